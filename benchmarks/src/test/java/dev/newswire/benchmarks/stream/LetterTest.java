package dev.newswire.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.stream.Letter.Kind;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> TEXTS = List.of(
            "The council agreed on a bridge. Workers begin in spring. Residents asked about traffic and noise.",
            "A laboratory measured currents in the northern ocean. Its instruments drifted for eleven months.");

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void ingestKnowsEachEventByTheIdThatTheLetterExpects() {
        Readers readers = new Readers();
        Intake intake = new Intake(Limits.STANDARD);
        Origin origin = new Origin(null, null, START, null);

        for (Letter letter : letters("1-")) {
            Outcome outcome = intake.prepare(
                            List.of(readers.readLine(new Document(letter.body(), origin), 1, 1)), null, START)
                    .get(0);
            assertThat(outcome).isInstanceOf(Outcome.Ready.class);
            RawArticle event = ((Outcome.Ready) outcome).article();
            assertThat(event.getArticleId()).isEqualTo(letter.articleId());
            assertThat(event.getRevision()).isEqualTo(letter.revision());
        }
    }

    @Test
    void articlesOfTwoEditionsAreNeverTheSame() {
        assertThat(letters("1-").stream().map(Letter::articleId))
                .doesNotContainAnyElementsOf(
                        letters("2-").stream().map(Letter::articleId).toList());
    }

    @Test
    void whatTheStreamMixesIsTold() throws IOException {
        List<Letter> letters = letters("1-");

        assertThat(letters).extracting(Letter::kind).contains(Kind.FIRST, Kind.CORRECTION, Kind.RETRACTION);
        for (Letter letter : letters) {
            JsonNode json = new ObjectMapper().readTree(letter.body());
            assertThat(json.has("body")).isEqualTo(letter.kind() != Kind.RETRACTION);
        }
    }

    private static List<Letter> letters(String edition) {
        NewsMix mix = new NewsMix(TEXTS, 0, START, Duration.ofSeconds(1));
        return Stream.generate(() -> Letter.of(mix.next(), edition)).limit(500).toList();
    }
}
