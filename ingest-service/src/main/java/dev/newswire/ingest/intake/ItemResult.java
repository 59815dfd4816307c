package dev.newswire.ingest.intake;

import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.schema.RawArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sender is told about one item. */
public sealed interface ItemResult {

    /** Where it stands. */
    Place place();

    /** It is in the log. */
    record Accepted(Place place, String articleId, long revision, String title, List<String> warnings)
            implements ItemResult {
        static Accepted of(Place place, RawArticle event) {
            return new Accepted(
                    place, event.getArticleId(), event.getRevision(), event.getTitle(), event.getWarnings());
        }

        /** Without its words. */
        Accepted inShort() {
            return new Accepted(place, articleId, revision, "", List.of());
        }
    }

    /** It is in quarantine; the id is null where it cannot be told. */
    record Rejected(Place place, Refusal refusal, @Nullable String articleId) implements ItemResult {}
}
