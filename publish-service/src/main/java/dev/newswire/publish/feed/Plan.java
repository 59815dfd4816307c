package dev.newswire.publish.feed;

import dev.newswire.schema.internal.PublishedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a change.
 *
 * @param memory what to remember of the article; null for nothing
 * @param changes to feeds: those that it leaves, then those that it stands in
 * @param fates of events, at most one for each
 */
public record Plan(@Nullable PublishedArticle memory, List<PlannedChange> changes, List<FateNote> fates) {
    /** Nothing follows. */
    static Plan nothing(@Nullable PublishedArticle memory) {
        return new Plan(memory, List.of(), List.of());
    }
}
