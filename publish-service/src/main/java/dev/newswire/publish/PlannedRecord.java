package dev.newswire.publish;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.internal.FeedChange;
import java.util.List;

/** What planning writes: changes, keyed by feed, and fates, keyed by article. */
sealed interface PlannedRecord {
    /** The change, if this is one. */
    default List<FeedChange> changes() {
        return List.of();
    }

    /** The fate, if this is one. */
    default List<ArticleFate> fates() {
        return List.of();
    }

    /** A change on its way to its feed. */
    record Change(FeedChange change) implements PlannedRecord {
        @Override
        public List<FeedChange> changes() {
            return List.of(change);
        }
    }

    /** The end of an event. */
    record Ended(ArticleFate fate) implements PlannedRecord {
        @Override
        public List<ArticleFate> fates() {
            return List.of(fate);
        }
    }
}
