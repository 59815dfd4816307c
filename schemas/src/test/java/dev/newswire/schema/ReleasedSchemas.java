package dev.newswire.schema;

import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.ArticleMemory;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedState;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkMemory;
import dev.newswire.schema.internal.Posting;
import dev.newswire.schema.internal.PublishedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The history of every schema that is written to a topic or a store: {@code released/<full name>/<n>.avsc}. */
final class ReleasedSchemas {
    static final Path ROOT = Path.of("src/main/resources/released");

    private ReleasedSchemas() {}

    static Stream<Schema> current() {
        return Stream.of(
                ScrapedArticle.getClassSchema(),
                RawArticle.getClassSchema(),
                EnrichedArticle.getClassSchema(),
                RelatedArticles.getClassSchema(),
                FeedDefinition.getClassSchema(),
                FeedEntry.getClassSchema(),
                FeedSnapshot.getClassSchema(),
                ArticleFate.getClassSchema(),
                SourceState.getClassSchema(),
                EntityDefinition.getClassSchema(),
                LetterDecision.getClassSchema(),
                ArticleMemory.getClassSchema(),
                Posting.getClassSchema(),
                LinkEvent.getClassSchema(),
                LinkMemory.getClassSchema(),
                KeptLink.getClassSchema(),
                PublishedArticle.getClassSchema(),
                FeedChange.getClassSchema(),
                FeedState.getClassSchema(),
                FeedDepartures.getClassSchema(),
                ArticleHistory.getClassSchema());
    }

    /** The releases of a schema, oldest first. */
    static List<Schema> of(Schema schema) throws IOException {
        List<Schema> released = new ArrayList<>();
        for (Path file = file(schema, 1); Files.exists(file); file = file(schema, released.size() + 1)) {
            released.add(new Schema.Parser().parse(file.toFile()));
        }
        return released;
    }

    private static Path file(Schema schema, int version) {
        return ROOT.resolve(schema.getFullName()).resolve(version + ".avsc");
    }

    /** Writes the next version of every schema that differs from its newest release. */
    public static void main(String[] arguments) throws IOException {
        for (Schema schema : current().toList()) {
            List<Schema> released = of(schema);
            if (released.isEmpty() || !released.get(released.size() - 1).equals(schema)) {
                Path file = file(schema, released.size() + 1);
                Files.createDirectories(file.getParent());
                Files.writeString(file, schema.toString(true) + "\n");
                System.out.println("released " + file);
            }
        }
    }
}
