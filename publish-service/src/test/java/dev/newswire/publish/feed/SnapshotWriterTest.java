package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.internal.FeedState;
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
        EntryTable table = new EntriesInMemory();
        for (int i = 0; i < size; i++) {
            EntryWriter entry =
                    new EntryWriter(article(i).setTitle(title + " " + i).build(), null);
            table.put(
                    EntryKey.of("latest", entry.sortAt().toEpochMilli(), entry.articleId()),
                    entry.write("latest", true));
        }
        return table;
    }
}
