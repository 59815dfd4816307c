package dev.newswire.publish.feed;

import dev.newswire.schema.internal.FeedState;
import java.util.List;

/**
 * A feed after a change.
 *
 * @param state to remember
 * @param updates of entries; never empty
 */
public record FeedUpdate(FeedState state, List<EntryUpdate> updates) {
    /** Whether an entry left: readers should not see it a moment longer than they must. */
    public boolean urgent() {
        return updates.stream().anyMatch(update -> update.entry() == null && !update.evicted());
    }
}
