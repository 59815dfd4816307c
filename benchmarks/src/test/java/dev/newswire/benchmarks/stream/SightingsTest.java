package dev.newswire.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.stream.Letter.Kind;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Sightings sightings = new Sightings();

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void delaysCountFromWhenAnArticleWasDueAndNotFromWhenItWent() throws JsonProcessingException {
        sightings.sent(letter("a", 1, Kind.FIRST), 100 * MS, 150 * MS);
        sightings.accepted(letter("a", 1, Kind.FIRST), 200 * MS);
        sightings.entry("a", () -> entry("a", 1, List.of()), 400 * MS);

        JsonNode figures = figures();
        assertThat(figures.at("/due_to_entry/max_ms").asDouble()).isBetween(299.0, 301.0);
        assertThat(figures.at("/due_to_accepted/max_ms").asDouble()).isBetween(99.0, 101.0);
        assertThat(figures.at("/sender_late/max_ms").asDouble()).isBetween(49.0, 51.0);
    }

    @Test
    void linksCountFromTheFirstEntryThatHasSome() throws JsonProcessingException {
        sightings.sent(letter("a", 1, Kind.FIRST), MS, MS);
        sightings.entry("a", () -> entry("a", 1, List.of()), 101 * MS);
        sightings.entry("a", () -> entry("a", 1, List.of(new Link("b", LinkKind.RELATED, 1f, List.of()))), 301 * MS);
        sightings.entry("a", () -> entry("a", 1, List.of(new Link("c", LinkKind.RELATED, 1f, List.of()))), 901 * MS);

        assertThat(figures().at("/due_to_links/max_ms").asDouble()).isBetween(299.0, 301.0);
    }

    @Test
    void theEntryOfAnEarlierRevisionIsNotTheCorrection() throws JsonProcessingException {
        sightings.sent(letter("a", 1, Kind.FIRST), MS, MS);
        sightings.sent(letter("a", 2, Kind.CORRECTION), 2 * MS, 2 * MS);
        sightings.entry("a", () -> entry("a", 1, List.of()), 50 * MS);
        assertThat(figures().at("/due_to_corrected_entry/count").asLong()).isZero();

        sightings.entry("a", () -> entry("a", 2, List.of()), 102 * MS);
        assertThat(figures().at("/due_to_corrected_entry/max_ms").asDouble()).isBetween(99.0, 101.0);
    }

    @Test
    void aRetractionIsSeenWhenTheEntryIsGone() throws JsonProcessingException {
        sightings.sent(letter("a", 1, Kind.FIRST), MS, MS);
        sightings.sent(letter("a", 2, Kind.RETRACTION), MS, MS);
        sightings.entry("a", () -> null, 101 * MS);

        assertThat(figures().at("/due_to_withdrawn_entry/max_ms").asDouble()).isBetween(99.0, 101.0);
    }

    @Test
    void everyEventIsOpenUntilItsFateIsKnown() throws JsonProcessingException {
        sightings.sent(letter("a", 1, Kind.FIRST), MS, MS);
        sightings.sent(letter("b", 1, Kind.FIRST), MS, MS);
        assertThat(sightings.open()).isEqualTo(2);

        sightings.fate("a", 1);
        sightings.fate("a", 1);
        assertThat(sightings.open()).isEqualTo(1);
        assertThat(figures().path("with_two_fates").asInt()).isEqualTo(1);
        assertThat(figures().path("unseen_articles").asInt()).isEqualTo(2);
    }

    @Test
    void theEndOfARetractionNamesNoRevision() {
        sightings.sent(letter("a", 1, Kind.FIRST), MS, MS);
        sightings.sent(letter("a", 2, Kind.RETRACTION), MS, MS);
        sightings.fate("a", 1);
        sightings.fate("a", 0);
        assertThat(sightings.open()).isZero();
    }

    private JsonNode figures() throws JsonProcessingException {
        return new ObjectMapper().readTree(sightings.figures().json());
    }

    private static Letter letter(String articleId, long revision, Kind kind) {
        return new Letter(articleId, revision, kind, new byte[0]);
    }

    private static FeedEntry entry(String articleId, long revision, List<Link> links) {
        return FeedEntry.newBuilder()
                .setFeedId("source/paper")
                .setArticleId(articleId)
                .setRevision(revision)
                .setSource("paper")
                .setTitle("Ferries sail again")
                .setSummary("")
                .setFirstReceivedAt(Instant.EPOCH)
                .setUpdatedAt(Instant.EPOCH)
                .setSortAt(Instant.EPOCH)
                .setStoryId(articleId)
                .setLinks(links)
                .build();
    }
}
