package dev.newswire.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.read.FeedInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownFeedsTest {
    private static final Duration FRESH = Duration.ofMillis(10);

    private final AtomicLong now = new AtomicLong();
    private final List<String> read = new ArrayList<>();

    @Test
    void manyWhoAskWithinAMomentShareOneReading() {
        KnownFeeds feeds = feeds(FRESH);
        feeds.find("latest");
        now.addAndGet(FRESH.toNanos() - 1);

        assertThat(feeds.find("latest")).contains(feed("latest"));
        assertThat(read).containsExactly("latest");
    }

    @Test
    void afterwardsTheFeedIsReadAnew() {
        KnownFeeds feeds = feeds(FRESH);
        feeds.find("latest");
        now.addAndGet(FRESH.toNanos());
        feeds.find("latest");

        assertThat(read).containsExactly("latest", "latest");
    }

    @Test
    void eachFeedIsReadForItself() {
        KnownFeeds feeds = feeds(FRESH);

        assertThat(feeds.find("latest")).contains(feed("latest"));
        assertThat(feeds.find("source/example")).contains(feed("source/example"));
    }

    @Test
    void whatIsNotThereIsLookedForEachTime() {
        KnownFeeds feeds = feeds(FRESH);

        assertThat(feeds.find("missing")).isEmpty();
        assertThat(feeds.find("missing")).isEmpty();
        assertThat(read).containsExactly("missing", "missing");
    }

    @Test
    void withoutAMomentEachRequestReads() {
        KnownFeeds feeds = feeds(Duration.ZERO);
        feeds.find("latest");
        feeds.find("latest");

        assertThat(read).containsExactly("latest", "latest");
    }

    private KnownFeeds feeds(Duration fresh) {
        return new KnownFeeds(this::read, fresh, now::get);
    }

    private Optional<FeedInfo> read(String feedId) {
        read.add(feedId);
        return feedId.equals("missing") ? Optional.empty() : Optional.of(feed(feedId));
    }

    private static FeedInfo feed(String feedId) {
        return FeedInfo.empty(feedId, feedId);
    }
}
