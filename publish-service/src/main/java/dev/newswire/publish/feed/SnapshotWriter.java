package dev.newswire.publish.feed;

import dev.newswire.schema.EntityRef;
import dev.newswire.schema.EntryCopy;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.FeedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes snapshots: the newest entries of a feed, as many as fit. */
public final class SnapshotWriter {
    /** Most characters of a snapshot: at up to 3 bytes each it stays below what brokers take by default, 1 MiB. */
    private static final int MAX_CHARACTERS = 300_000;

    /** Room for the numbers and lengths of a record. */
    private static final int OVERHEAD = 16;

    private final int limit;

    /** @param limit most entries of a snapshot, at least 1 */
    public SnapshotWriter(int limit) {
        this.limit = limit;
    }

    /** The snapshot of a feed that has entries. */
    public FeedSnapshot write(String feedId, FeedState state, EntryTable entries, Instant now) {
        List<FeedEntry> newest = new ArrayList<>();
        int[] room = {MAX_CHARACTERS};
        entries.newestFirst(feedId, entry -> {
            room[0] -= characters(entry);
            if (room[0] < 0 && !newest.isEmpty()) {
                return false;
            }
            newest.add(entry);
            return newest.size() < limit;
        });
        FeedSettings settings = state.getSettings();
        return FeedSnapshot.newBuilder()
                .setFeedId(feedId)
                .setTitle(state.getTitle())
                .setDescription(settings == null ? "" : settings.getDescription())
                .setSize(state.getSize())
                .setUpdatedAt(now)
                .setEntries(newest)
                .build();
    }

    private static int characters(FeedEntry entry) {
        int sum = 8 * OVERHEAD + entry.getTitle().length() + entry.getSummary().length();
        sum += entry.getUrl() == null ? 0 : entry.getUrl().length();
        for (String author : entry.getAuthors()) {
            sum += OVERHEAD + author.length();
        }
        for (EntityRef entity : entry.getEntities()) {
            sum += OVERHEAD + entity.getEntityId().length() + entity.getName().length();
        }
        for (EntryCopy copy : entry.getCopies()) {
            sum += 6 * OVERHEAD + copy.getTitle().length();
            sum += copy.getUrl() == null ? 0 : copy.getUrl().length();
        }
        for (Link link : entry.getLinks()) {
            sum += 3 * OVERHEAD;
            for (LinkReason reason : link.getReasons()) {
                sum += OVERHEAD + reason.getValue().length() + reason.getLabel().length();
            }
        }
        return sum;
    }
}
