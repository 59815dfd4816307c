package dev.newswire.ingest.http;

import dev.newswire.ingest.poll.FullText;
import dev.newswire.ingest.poll.Source;
import dev.newswire.ingest.poll.SourceStatus;
import dev.newswire.ingest.poll.SourceType;
import dev.newswire.schema.SourceDocument;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A source in each condition that there is. */
final class PolledSources {

    static final String SECRET = "hidden-key";

    private static final String URL = "https://harbour.example/feed";
    private static final Instant NOW = RunningIngest.NOW;

    private PolledSources() {}

    static List<SourceStatus> all() {
        return List.of(
                new SourceStatus(source("disabled", SourceType.AUTO, false), true, null),
                new SourceStatus(source("elsewhere", SourceType.FEED, true), false, null),
                new SourceStatus(source("waiting", SourceType.PAGE, true), true, null),
                new SourceStatus(source("gone", SourceType.FEED, true), true, gone()),
                new SourceStatus(source("failing", SourceType.FEED, true), true, failing()),
                new SourceStatus(source("polled", SourceType.SITEMAP, true), true, polled()));
    }

    private static Source source(String id, SourceType type, boolean isEnabled) {
        return new Source(
                id,
                type,
                List.of(URL + "?key=" + SECRET),
                Duration.ofMinutes(5),
                Duration.ofHours(6),
                FullText.NEVER,
                null,
                Map.of("Authorization", SECRET),
                isEnabled,
                10,
                Duration.ofDays(2));
    }

    private static SourceState gone() {
        SourceDocument document = SourceDocument.newBuilder()
                .setUrl(URL + "?key=" + SECRET)
                .setWholeAt(NOW)
                .setGone(true)
                .build();
        return state("gone").setDocuments(List.of(document)).build();
    }

    private static SourceState failing() {
        return state("failed")
                .setFailures(3)
                .setLastError("no answer within 20.0 s")
                .build();
    }

    private static SourceState polled() {
        return state("changed").setLastChangeAt(NOW).setLastItems(2).setItems(7).build();
    }

    private static SourceState.Builder state(String result) {
        return SourceState.newBuilder()
                .setSourceId("any")
                .setNextPollAt(NOW.plusSeconds(300))
                .setIntervalSeconds(300)
                .setLastPollAt(NOW)
                .setLastResult(result);
    }
}
