package dev.newswire.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.acl.AclList;
import dev.newswire.cli.operate.Doctor;
import dev.newswire.cli.operate.Finding;
import dev.newswire.cli.operate.Finding.Level;
import dev.newswire.platform.runtime.BuildInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Look at broker, disks, topics, schemas, rights, consumer groups, services and clocks, and say for each"
                    + " finding what to do about it. Nothing is changed.",
            "Services are looked for on loopback, or where NEWSWIRE_INGEST_URL, NEWSWIRE_ENRICH_URL and"
                    + " NEWSWIRE_PUBLISH_URL say."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it works", "1:something does not work (with --strict, or not as it should)", "2:wrong usage"
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--strict", description = "Warnings count as failures.")
    private boolean strict;

    @Option(
            names = "--acl-prefix",
            paramLabel = "TEXT",
            defaultValue = "news-",
            description = "What the services' users are named, as for `newswire acls` (default: news-).")
    private String aclPrefix = "news-";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Doctor doctor = new Doctor(connection.settings(), BuildInfo.version(), new AclList(aclPrefix));
        List<Finding> findings = doctor.examine(finding -> {
            if (!json) {
                print(finding, out);
            }
        });
        long failures = count(findings, Level.FAILURE);
        long warnings = count(findings, Level.WARNING);
        if (json) {
            out.println(json(findings));
        } else {
            out.println(failures + " failures, " + warnings + " warnings");
        }
        out.flush();
        return failures > 0 || strict && warnings > 0 ? 1 : 0;
    }

    private static void print(Finding finding, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT, "%-4s  %s: %s", finding.level().sign(), finding.subject(), finding.detail()));
        if (!finding.remedy().isEmpty()) {
            out.println("      -> " + finding.remedy());
        }
        out.flush();
    }

    private static String json(List<Finding> findings) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("subject", finding.subject())
                .put("detail", finding.detail())
                .put("remedy", finding.remedy()));
        return root.toString();
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
