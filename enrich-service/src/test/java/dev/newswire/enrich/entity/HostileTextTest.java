package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    /** Far more than the linear time of a loaded machine, far less than the quadratic one. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Stream<String> texts() {
        return Stream.of(
                "",
                " \n\t ",
                "x".repeat(1_000_000),
                "X".repeat(1_000_000),
                "A".repeat(100_000),
                "A ".repeat(100_000),
                "JohnSmith".repeat(20_000),
                "\u0645\u0635\u0631 ".repeat(50_000),
                "Ab-".repeat(100_000),
                "U.".repeat(100_000),
                "'s".repeat(100_000),
                "NATO ".repeat(50_000),
                "John Smith ".repeat(30_000),
                "(OOOOOOOOOO) " + "Of of of of of of of of of of of of of of of of of of (OOOOOOOOOO) ".repeat(2_000),
                "\u202EJapan\u202C \u200FTokyo\u200E \u2067NATO\u2069",
                "\uD800 \uDC00Japan\uD83D \uDFFF\uD800",
                "\uD83D\uDE00".repeat(50_000),
                "\u0000\u0001\u0007Japan\u001B[31m",
                "a\u0301".repeat(100_000),
                "東京".repeat(100_000),
                names(),
                noise());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextFailsOrTakesLong(String text) {
        assertThat(SharedExtractor.EXTRACTOR.size()).isPositive();
        assertTimeoutPreemptively(PATIENCE, () -> assertSound(text));
    }

    private static void assertSound(String text) {
        for (String language : new String[] {"en", "ar"}) {
            List<Entity> entities = SharedExtractor.EXTRACTOR.extract(text, text, language);
            for (Entity entity : entities) {
                for (Mention mention : entity.getMentions()) {
                    assertThat(text.substring(mention.getStart(), mention.getEnd())
                                    .equals(mention.getSurface()))
                            .isTrue();
                }
            }
        }
    }

    /** Very many people of the same few names. */
    private static String names() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("Anna ")
                    .append((char) ('A' + i % 26))
                    .append("x")
                    .append(i)
                    .append(" Johnson said. Johnson left. ");
        }
        return text.toString();
    }

    private static String noise() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }
}
