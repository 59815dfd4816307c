package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.article;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.FeedEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryShelfTest {
    private static final int LIMIT = 2;

    private final EntriesInMemory table = new EntriesInMemory();

    @Test
    void theOldestIsLookedForFromWhereTheLastOneLeft() {
        EntryShelf shelf = full();
        shelf.show(entry(6));
        assertThat(evictNext(shelf)).isEqualTo(entry(4));
        assertThat(table.searches()).endsWith(key(3));
        assertThat(shelf.behind()).isEqualTo(key(4));
    }

    @Test
    void whatComesTooLateForAFullFeedIsNotLookedForAndLeavesNoGraveToWalkOver() {
        EntryShelf shelf = full();
        int searches = table.searches().size();
        for (int late : new int[] {1, 2, 0}) {
            shelf.show(entry(late));
            assertThat(evictNext(shelf)).isEqualTo(entry(late));
            assertThat(table.searches()).hasSize(searches);
            assertThat(shelf.behind()).isEqualTo(key(3));
        }
    }

    @Test
    void whatComesLateAndStaysIsTheOldestForWhoeverComesNext() {
        EntryShelf shelf = full();
        shelf.show(entry(1));
        shelf.hide(entry(5));
        assertThat(shelf.behind()).isEqualTo(key(1));
        EntryShelf next = new EntryShelf("latest", table, shelf.size(), shelf.behind());
        next.show(entry(6));
        assertThat(evictNext(next)).isEqualTo(entry(1));
    }

    /** Of 3, 4 and 5 the oldest has left. */
    private EntryShelf full() {
        EntryShelf shelf = new EntryShelf("latest", table, 0, null);
        for (int number : new int[] {3, 4, 5}) {
            shelf.show(entry(number));
        }
        assertThat(evictNext(shelf)).isEqualTo(entry(3));
        return shelf;
    }

    private static FeedEntry evictNext(EntryShelf shelf) {
        FeedEntry oldest = requireNonNull(shelf.next(LIMIT, Instant.MIN));
        shelf.evict(oldest);
        return oldest;
    }

    private static FeedEntry entry(int number) {
        return new EntryWriter(article(number).build(), null).write("latest", true);
    }

    private static String key(int number) {
        FeedEntry entry = entry(number);
        return EntryKey.of("latest", entry.getSortAt().toEpochMilli(), entry.getArticleId());
    }
}
