package dev.newswire.cli;

import dev.newswire.cli.acl.AclList;
import dev.newswire.cli.acl.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "acls",
        description = {
            "Show what each service may do on the cluster, which is the least that it needs; --apply grants it.",
            "Reading or writing a topic, group or transactional id includes describing it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire acls",
            "  newswire acls --check --role enrich",
            "  newswire acls --apply --prefix prod-news- --role ingest,enrich,publish"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:with --check, something is missing or too much", "2:wrong usage"},
        mixinStandardHelpOptions = true)
final class AclsCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "ingest, enrich, publish, operator, scraper, reader (default: all).")
    private List<Role> roles = List.of(Role.values());

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "news-",
            description = "What the users' names begin with; the role follows (default: news-).")
    private String prefix = "news-";

    @Option(names = "--check", description = "Show what the cluster grants too little, or too much.")
    private boolean check;

    @Option(names = "--apply", description = "Grant what is missing. Nothing is taken away.")
    private boolean apply;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        AclList list = new AclList(prefix);
        PrintWriter out = spec.commandLine().getOut();
        if (!check && !apply) {
            list.of(roles).forEach(binding -> out.println(AclList.line(binding)));
            return 0;
        }
        try (Admin admin = Admin.create(connection.settings().kafka())) {
            return apply ? apply(list, admin, out) : check(list, admin, out);
        }
    }

    private int apply(AclList list, Admin admin, PrintWriter out) {
        List<AclBinding> made = list.apply(admin, roles);
        made.forEach(binding -> out.println("+ " + AclList.line(binding)));
        out.println(made.isEmpty() ? "Nothing was missing." : made.size() + " granted.");
        return 0;
    }

    private int check(AclList list, Admin admin, PrintWriter out) {
        List<AclBinding> missing = list.missing(admin, roles);
        List<AclBinding> beyond = list.beyond(admin, roles);
        missing.forEach(binding -> out.println("- " + AclList.line(binding)));
        beyond.forEach(binding -> out.println("+ " + AclList.line(binding)));
        out.println(missing.size() + " missing (grant them with --apply), " + beyond.size() + " more than is needed.");
        return missing.isEmpty() && beyond.isEmpty() ? 0 : 1;
    }
}
