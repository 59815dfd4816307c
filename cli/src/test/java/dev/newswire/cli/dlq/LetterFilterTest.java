package dev.newswire.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.event.EventOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterFilterTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final EventOrigin PLACE = new EventOrigin("news.enrich.dlq.v1", 3, 17);
    private final Letter letter = letter(Map.of(
            "__streams.errors.topic", "news.article.raw.v1",
            "__streams.errors.partition", "3",
            "__streams.errors.offset", "99",
            "__streams.errors.exception", "org.apache.kafka.common.errors.SerializationException",
            "__streams.errors.message", "Schema 41 is not known",
            "ce_source", "/ingest/nhk"));

    @Test
    void everyPartThatIsGivenMustHold() {
        assertThat(filter("news.article.raw.v1", "nhk", "schema 41").takes(letter))
                .isTrue();
        assertThat(filter("news.enrich.dlq.v1", "nhk", "serialization").takes(letter))
                .isTrue();
        assertThat(filter("news.article.inbox.v1", "nhk", "schema 41").takes(letter))
                .isFalse();
        assertThat(filter("news.article.raw.v1", "reuters", "schema 41").takes(letter))
                .isFalse();
        assertThat(filter("news.article.raw.v1", "nhk", "schema 42").takes(letter))
                .isFalse();
    }

    @Test
    void timesAreFromIncludedToExcluded() {
        assertThat(between(AT, null).takes(letter)).isTrue();
        assertThat(between(AT.plusMillis(1), null).takes(letter)).isFalse();
        assertThat(between(null, AT).takes(letter)).isFalse();
        assertThat(between(null, AT.plusMillis(1)).takes(letter)).isTrue();
    }

    @Test
    void aLetterOfWhichOnlyTheBeginningWasKeptIsCutUntilItIsMended() {
        Letter cut = letter(Map.of("newswire-original-bytes", "9000"));
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.withValue(new byte[] {1}).isCut()).isFalse();
        assertThat(letter.isCut()).isFalse();
    }

    @Test
    void headersThatStrangersWroteAreNoNumbersUnlessTheyAre() {
        Letter odd = letter(Map.of("newswire-redrive-attempts", "many", "newswire-original-bytes", "-1"));
        assertThat(odd.attempts()).isZero();
        assertThat(odd.isCut()).isFalse();
        assertThat(odd.origin()).isEmpty();
        assertThat(odd.way()).isEqualTo("api");
    }

    private static LetterFilter filter(String topic, String source, String reason) {
        return new LetterFilter(Set.of(PLACE), Set.of(topic), Set.of(source), reason, null, null);
    }

    private static LetterFilter between(@Nullable Instant since, @Nullable Instant until) {
        return new LetterFilter(Set.of(), Set.of(), Set.of(), "", since, until);
    }

    private static Letter letter(Map<String, String> texts) {
        Headers headers = new RecordHeaders();
        texts.forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new Letter(PLACE, AT.toEpochMilli(), null, new byte[] {1, 2}, 2, headers);
    }
}
