package dev.newswire.cli;

import dev.newswire.cli.entities.DefinitionDraft;
import dev.newswire.cli.entities.DefinitionFile;
import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.EntityReport;
import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.entities.KnownEntity;
import dev.newswire.enrich.entity.NameForm;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.EntityDefinition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = {
            "Define entities, or define them anew: from options one, from a file many.",
            "An id that is shipped puts the definition in the place of the shipped entity; what you leave out stays."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire entities add --name 'Brackwater Dynamics' --type organisation --alias 'BWD Corp' --country CA",
            "  newswire entities add --id Q7184 --alias 'Atlantic Pact'",
            "  newswire entities add --id Q7184 --disable",
            "  newswire entities add --file entities.yaml"
        },
        mixinStandardHelpOptions = true)
final class AddEntitiesCommand implements Callable<Integer> {
    private static final int NAMESAKES = 3;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "YAML or JSON: a list of objects with the fields id, name, type, aliases, weakAliases, country,"
                            + " wikidata, description, prior, keepsShippedNames, disabled.")
    private @Nullable Path file;

    @Option(names = "--id", description = "Q and digits, nw: and a slug, or nil: and 16 digits (default: of the name).")
    private String id = "";

    @Option(names = "--name", description = "The name that it goes by.")
    private String name = "";

    @Option(names = "--type", description = "person, organisation, location or misc.")
    private String type = "";

    @Option(names = "--alias", paramLabel = "NAME", description = "Another name that stands for it everywhere.")
    private List<String> aliases = new ArrayList<>();

    @Option(
            names = "--weak-alias",
            paramLabel = "NAME",
            description = "A name that stands for it where its full name or its country stands too.")
    private List<String> weakAliases = new ArrayList<>();

    @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-2, such as DE.")
    private String country = "";

    @Option(names = "--wikidata", paramLabel = "ITEM", description = "Wikidata item, such as Q7184.")
    private String wikidata = "";

    @Option(names = "--description", description = "Who or what it is, for people.")
    private String description = "";

    @Option(names = "--prior", paramLabel = "N", description = "How well known it is, 0 to 100 (default: 60).")
    private @Nullable Integer prior;

    @Option(names = "--replace-names", description = "The names of the shipped entity no longer stand for it.")
    private boolean replaceNames;

    @Option(names = "--disable", description = "Link nothing to it: takes a shipped entity out of use.")
    private boolean disable;

    @Option(names = "--json", description = "Print what is defined as one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<DefinitionDraft> drafts = drafts();
        DefinitionTopic topic = new DefinitionTopic(connection.settings().kafka());
        Map<String, EntityDefinition> known = topic.read();
        KnownEntities before = KnownEntities.of(known);
        Map<String, EntityDefinition> defined = new TreeMap<>();
        for (DefinitionDraft draft : drafts) {
            EntityDefinition definition = draft.complete(before.shipped(draft.entityId()));
            if (defined.put(definition.getEntityId(), definition) != null) {
                throw new SettingException(draft.place() + ": " + definition.getEntityId() + " was defined before.");
            }
        }
        topic.put(List.copyOf(defined.values()));
        report(before, defined);
        return 0;
    }

    private List<DefinitionDraft> drafts() {
        if (file != null) {
            if (!id.isEmpty() || !name.isEmpty()) {
                throw new SettingException("Give either --file or the entity's own options, not both.");
            }
            return DefinitionFile.read(file);
        }
        if (id.isEmpty() && name.isEmpty()) {
            throw new SettingException("Give --name and --type, or the --id of a shipped entity, or --file.");
        }
        return List.of(new DefinitionDraft(
                "This definition",
                id,
                name,
                type,
                country,
                wikidata,
                description,
                aliases,
                weakAliases,
                prior,
                !replaceNames,
                disable));
    }

    private void report(KnownEntities before, Map<String, EntityDefinition> defined) {
        PrintWriter out = spec.commandLine().getOut();
        KnownEntities after = before.with(defined.values());
        List<KnownEntity> entities = defined.keySet().stream()
                .map(after::get)
                .flatMap(Optional::stream)
                .toList();
        if (json) {
            out.println(EntityReport.json(entities));
            return;
        }
        for (KnownEntity entity : entities) {
            out.println("Defined " + EntityReport.line(entity).strip());
            out.println("  found as " + EntityReport.forms(entity.forms(), NameForm.Use.ALONE));
            namesakes(before, entity, out);
        }
        out.println(EntitiesCommand.NEXT);
        String example = entities.size() == 1 ? " --entity " + entities.get(0).id() : "";
        out.println("  newswire re-enrich --dry-run" + example);
    }

    /** Two entities of one name are often one: the operator should know. */
    private static void namesakes(KnownEntities before, KnownEntity entity, PrintWriter out) {
        before.find(entity.name(), NAMESAKES).stream()
                .filter(other -> !other.id().equals(entity.id()))
                .filter(other ->
                        other.forms().stream().anyMatch(form -> form.text().equalsIgnoreCase(entity.name())))
                .forEach(other -> out.println(
                        "  note: " + other.id() + " (" + other.origin().words()
                                + ") has this name too; to extend it, define it by --id " + other.id()));
    }
}
