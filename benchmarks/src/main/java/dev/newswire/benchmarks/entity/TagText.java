package dev.newswire.benchmarks.entity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the mentions of a text. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = {
            "Reads an article from standard input and prints its mentions in their order, a JSON object on each line:",
            "start, end (UTF-16 code units), surface, type, id, qid where there is one, method, confidence (0 to 1).",
            "A people or its adjective is linked to its country and has the type MISC, as in most annotated corpora;",
            "its confidence is 0.6 at most."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class TagText implements Callable<Integer> {
    private static final double PLACES = 10_000.0;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--language", paramLabel = "TAG", description = "BCP 47 tag; guessed where it is not given.")
    private @Nullable String language;

    private record Found(Entity entity, Mention mention) {}

    @Override
    public Integer call() throws IOException {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        ObjectMapper mapper = new ObjectMapper();
        PrintWriter out = spec.commandLine().getOut();
        EntityExtractor extractor = EntityExtractor.load();
        List<Found> found = extractor.extract("", text, language).stream()
                .flatMap(entity -> entity.getMentions().stream().map(mention -> new Found(entity, mention)))
                .sorted(Comparator.comparingInt(one -> one.mention().getStart()))
                .toList();
        for (Found one : found) {
            out.println(mapper.writeValueAsString(line(mapper, extractor, one)));
        }
        return CommandLine.ExitCode.OK;
    }

    private static ObjectNode line(ObjectMapper mapper, EntityExtractor extractor, Found found) {
        Mention mention = found.mention();
        ObjectNode line = mapper.createObjectNode()
                .put("start", mention.getStart())
                .put("end", mention.getEnd())
                .put("surface", mention.getSurface())
                .put("type", Names.typeOf(extractor, found.entity(), mention).name())
                .put("id", found.entity().getEntityId());
        if (found.entity().getWikidataId() != null) {
            line.put("qid", found.entity().getWikidataId());
        }
        return line.put("method", mention.getMethod().name().toLowerCase(Locale.ROOT))
                .put("confidence", Math.round(mention.getConfidence() * PLACES) / PLACES);
    }
}
