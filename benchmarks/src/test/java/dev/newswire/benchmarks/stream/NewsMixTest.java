package dev.newswire.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NewsMixTest {
    static {
        TrustedRecords.trust();
    }

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int EVENTS = 2_000;

    private static final List<String> TEXTS = List.of(
            "The council agreed on a bridge. Workers begin in spring. Residents asked about traffic and noise.",
            "A laboratory measured currents in the northern ocean. Its instruments drifted for eleven months.");

    @Test
    void sameOptionsGiveTheSameEvents() {
        assertThat(events(0.5)).isEqualTo(events(0.5));
    }

    @Test
    void copiesCorrectionsAndRetractionsComeInTheirShares() {
        List<RawArticle> events = events(0);
        Set<String> seen = new HashSet<>();
        long again =
                events.stream().filter(event -> !seen.add(event.getArticleId())).count();
        long retracted = events.stream()
                .filter(event -> event.getKind() == EventKind.RETRACT)
                .count();
        long copies = events.stream()
                .filter(event -> event.getBody().startsWith("(Agency) "))
                .count();

        assertThat(retracted / (double) EVENTS).isCloseTo(0.02, Offset.offset(0.01));
        assertThat(again / (double) EVENTS).isCloseTo(0.08, Offset.offset(0.02));
        assertThat(copies / (double) EVENTS).isCloseTo(0.07, Offset.offset(0.03));
    }

    @Test
    void eventsComeOneStepAfterTheOther() {
        List<RawArticle> events = events(0);

        assertThat(events.get(0).getReceivedAt()).isEqualTo(START.plusSeconds(3));
        assertThat(events.get(EVENTS - 1).getReceivedAt()).isEqualTo(START.plusSeconds(3L * EVENTS));
    }

    @Test
    void hotShareNamesOneThing() {
        long hot = events(0.5).stream()
                .filter(event -> event.getTitle().contains("Zephyrhalle"))
                .count();

        assertThat(hot / (double) EVENTS).isCloseTo(0.5, Offset.offset(0.05));
    }

    @Test
    void storyExchangesTheSameWordsEveryTime() {
        Vocabulary vocabulary = new Vocabulary(TEXTS);

        assertThat(vocabulary.exchange(TEXTS.get(0), 7)).isEqualTo(vocabulary.exchange(TEXTS.get(0), 7));
        assertThat(Stream.of(1, 2, 3, 4, 5).map(story -> vocabulary.exchange(TEXTS.get(0), story)))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("."));
    }

    private static List<RawArticle> events(double hotShare) {
        NewsMix mix = new NewsMix(TEXTS, hotShare, START, Duration.ofSeconds(3));
        return Stream.generate(mix::next).limit(EVENTS).toList();
    }
}
