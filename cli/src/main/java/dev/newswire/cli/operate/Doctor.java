package dev.newswire.cli.operate;

import dev.newswire.cli.acl.AclList;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.lag.LagReader;
import dev.newswire.platform.registry.RegistryClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Looks at everything that a running pipeline needs. */
public final class Doctor {
    private static final String UNREACHABLE =
            "Start it, or name it with --bootstrap-server (KAFKA_BOOTSTRAP_SERVERS); for TLS and SASL:"
                    + " docs/security.md.";
    private final Settings settings;
    private final String version;
    private final AclList acls;

    /**
     * @param version of this command
     * @param acls what the services need
     */
    public Doctor(Settings settings, String version, AclList acls) {
        this.settings = settings;
        this.version = version;
        this.acls = acls;
    }

    /** Looks, and tells each finding as soon as it is there; returns all of them. */
    public List<Finding> examine(Consumer<Finding> told) {
        List<Finding> all = new ArrayList<>();
        Consumer<Finding> sink = finding -> {
            all.add(finding);
            told.accept(finding);
        };
        Map<String, Object> kafka = settings.kafka();
        try (Admin admin = Admin.create(kafka);
                LagReader lags = new LagReader(kafka)) {
            if (look("broker", new BrokerCheck(admin), UNREACHABLE, sink)) {
                Map<String, Check> checks = new LinkedHashMap<>();
                checks.put("topics", new TopicCheck(admin));
                checks.put("acls", new AclCheck(admin, acls));
                Service.ALL.forEach(
                        service -> checks.put("group " + service.group(), new GroupCheck(admin, lags, service)));
                checks.forEach((subject, check) -> look(subject, check, "See docs/operations.md.", sink));
            }
        }
        look("registry", new RegistryCheck(RegistryClient.from(kafka)), "See docs/operations.md.", sink);
        Service.ALL.forEach(service -> look(
                service.name(),
                new ServiceCheck(service.name(), service.url(settings), version),
                "Read its log.",
                sink));
        return all;
    }

    /** Whether it could look. */
    private static boolean look(String subject, Check check, String remedy, Consumer<Finding> sink) {
        try {
            check.findings().forEach(sink);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            sink.accept(Finding.failure(subject, String.valueOf(e.getMessage()), remedy));
            return false;
        }
    }
}
