package dev.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedKeysTest {
    @Test
    void entriesSortNewestFirstAndFeedsStayApart() {
        List<String> keys = List.of(
                EntryKey.of("a", Long.MAX_VALUE, "X"),
                EntryKey.of("a", 2_000, "X"),
                EntryKey.of("a", 1_000, "X"),
                EntryKey.of("a", 1_000, "Y"),
                EntryKey.of("a", 0, "X"),
                EntryKey.of("a", -1_000, "X"),
                EntryKey.end("a"),
                EntryKey.of("a/b", 3_000, "X"));
        assertThat(keys.stream().sorted()).containsExactlyElementsOf(keys);
        assertThat(keys.stream().limit(6)).allMatch(key -> key.startsWith(EntryKey.prefix("a")));
        assertThat(keys.stream().limit(6).map(EntryKey::articleId)).containsExactly("X", "X", "X", "Y", "X", "X");
    }

    @Test
    void topicKeysTellTheirFeed() {
        assertThat(EntryTopicKey.feedId(EntryTopicKey.of("entity/nil:0a", "X"))).isEqualTo("entity/nil:0a");
    }

    @Test
    void onlyNamesOfFeedsAreNames() {
        assertThat(List.of("latest", "entity/Q7184", "entity/nw:ishiba-shigeru", "source/bbc.co.uk"))
                .allMatch(FeedIds::valid);
        assertThat(List.of("", "/", "a b", "a|b", "<x>", "é", "x".repeat(201))).noneMatch(FeedIds::valid);
        assertThat(FeedIds.family("entity/a/b")).isEqualTo("entity");
    }
}
