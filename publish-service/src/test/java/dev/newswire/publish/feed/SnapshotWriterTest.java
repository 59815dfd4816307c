package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.internal.FeedState;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotWriterTest {
    private static final FeedState STATE = FeedState.newBuilder()
            .setTitle("Latest")
            .setSize(60)
            .setChanges(60)
            .setUpdatedAt(NOON)
            .setDirty(true)
            .setSnapshotAt(NOON)
            .build();

    private final SnapshotWriter writer = new SnapshotWriter(50);

    @Test
    void snapshotHoldsTheNewestEntries() {
        FeedSnapshot snapshot = writer.write("latest", STATE, table(60, "A title"), NOON);
        assertThat(snapshot.getEntries()).hasSize(50);
        assertThat(snapshot.getEntries().get(0).getTitle()).isEqualTo("A title 59");
        assertThat(snapshot.getSize()).isEqualTo(60);
    }

    @Test
    void enormousEntriesStillFitARecord() {
        FeedSnapshot snapshot = writer.write("latest", STATE, table(60, "長".repeat(20_000)), NOON);
        byte[] bytes = StateSerde.of(FeedSnapshot.class).serializer().serialize("any", snapshot);
        assertThat(bytes).hasSizeBetween(500_000, 1_000_000);
        assertThat(snapshot.getEntries()).isNotEmpty();
    }

    private static EntryTable table(int size, String title) {
        InMemory table = new InMemory();
        for (int i = 0; i < size; i++) {
            EntryWriter entry =
                    new EntryWriter(article(i).setTitle(title + " " + i).build(), null);
            table.put(EntryKey.of("latest", entry.sortAt().toEpochMilli(), entry.articleId()), entry.write("latest"));
        }
        return table;
    }

    /** Entries in a sorted map. */
    private static final class InMemory implements EntryTable {
        private final TreeMap<String, FeedEntry> entries = new TreeMap<>();

        @Override
        public @Nullable FeedEntry get(String key) {
            return entries.get(key);
        }

        @Override
        public void put(String key, FeedEntry entry) {
            entries.put(key, entry);
        }

        @Override
        public void delete(String key) {
            entries.remove(key);
        }

        @Override
        public @Nullable String oldest(String feedId, String behind) {
            Map.Entry<String, FeedEntry> last = entries.floorEntry(behind);
            return last == null || !last.getKey().startsWith(EntryKey.prefix(feedId)) ? null : last.getKey();
        }

        @Override
        public void newestFirst(String feedId, Predicate<FeedEntry> next) {
            for (Map.Entry<String, FeedEntry> entry :
                    entries.tailMap(EntryKey.prefix(feedId)).entrySet()) {
                if (!entry.getKey().startsWith(EntryKey.prefix(feedId)) || !next.test(entry.getValue())) {
                    return;
                }
            }
        }
    }
}
