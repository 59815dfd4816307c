package dev.newswire.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.feeds.EntityNames;
import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.cli.feeds.TrialRun;
import dev.newswire.cli.reenrich.CurrentArticles;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.schema.FeedDefinition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = {
            "Show what definitions would have matched among the articles received last, and why. Nothing is written.",
            "Exit code 1 where one matches nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  newswire feeds test docs/examples/feeds.yaml --articles 5000"},
        mixinStandardHelpOptions = true)
final class TestFeedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "One definition, or a list under \"feeds:\".")
    private Path file = Path.of("");

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--articles", paramLabel = "N", defaultValue = "1000", description = "Articles: 1000 by default.")
    private int articles;

    @Option(names = "--show", paramLabel = "N", defaultValue = "20", description = "Matches to show: 20 by default.")
    private int show;

    @Option(names = "--json", description = "Print one JSON object for each definition.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<FeedDefinition> definitions = FeedDefinitions.read(file);
        Map<String, Object> kafka = connection.settings().kafka();
        if (definitions.stream().anyMatch(EntityNames::areIn)) {
            EntityNames names = new EntityNames(KnownEntities.of(new DefinitionTopic(kafka).read()));
            definitions = definitions.stream().map(names::resolve).toList();
        }
        TrialRun trial;
        try (CurrentArticles current = new CurrentArticles(kafka, AvroTopicSerdes.from(kafka))) {
            trial = TrialRun.read(current, Math.max(1, articles));
        }
        boolean allMatch = true;
        for (FeedDefinition definition : definitions) {
            List<TrialRun.Match> matches = trial.of(definition);
            allMatch &= !matches.isEmpty();
            report(definition, trial.size(), matches);
        }
        return allMatch ? 0 : 1;
    }

    private void report(FeedDefinition definition, int looked, List<TrialRun.Match> matches) {
        PrintWriter out = spec.commandLine().getOut();
        List<TrialRun.Match> shown = matches.subList(0, Math.min(Math.max(0, show), matches.size()));
        if (json) {
            out.println(json(definition, looked, matches.size(), shown));
            return;
        }
        out.println(definition.getFeedId() + ": " + matches.size() + " of the last " + looked + " articles");
        for (TrialRun.Match match : shown) {
            out.println("  " + match.article().getArticleId() + "  "
                    + match.article().getTitle() + "  (" + match.article().getSource() + ")");
            match.reasons().forEach(reason -> out.println("      " + reason));
        }
    }

    private static ObjectNode json(FeedDefinition definition, int looked, int matched, List<TrialRun.Match> shown) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("id", definition.getFeedId());
        root.put("articles", looked);
        root.put("matched", matched);
        for (TrialRun.Match match : shown) {
            ObjectNode one = root.withArray("matches").addObject();
            one.put("article", match.article().getArticleId());
            one.put("title", match.article().getTitle());
            one.put("source", match.article().getSource());
            match.reasons().forEach(one.putArray("reasons")::add);
        }
        return root;
    }
}
