package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    /** What texts are made of: letters, every kind of space and break, and what the short way must leave to the long one. */
    private static final String[] PIECES = {
        "word",
        "A",
        "é",
        "“quoted”",
        "日本語",
        "한국어",
        "Россия",
        "שלום",
        "…",
        "–",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u000b",
        "e\u0301",
        "\u200b",
        "\u00ad",
        "\u0000",
        "👩\u200d👧",
        "می\u200cخواهم",
        "\ud800",
        "\u1100\u1161",
        "\uac00\u11a8",
        "\u2126",
        "\u0f73",
        "\ufeff",
        "\uffff",
        "\ue000"
    };

    @Test
    void shortWayAndLongWayGiveTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random, 1 + random.nextInt(PIECES.length));
            String plain = PlainText.paragraphs(text);
            if (plain != null) {
                assertThat(plain).as("seed %d", seed).isEqualTo(String.join("\n", Text.lines(text)));
            }
        }
    }

    @Test
    void everyCharacterBetweenTwoOthersIsTreatedAsOnTheLongWay() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = " a" + c + "b" + c + "\n" + c;
            String plain = PlainText.paragraphs(text);
            if (plain != null) {
                assertThat(plain).as("U+%04X", (int) c).isEqualTo(String.join("\n", Text.lines(text)));
            }
        }
    }

    @Test
    void ordinaryProseTakesTheShortWay() {
        assertThat(PlainText.paragraphs("The mayor’s “plan”:\r\n\r\n  one — two.\t Ende gut.\n"))
                .isEqualTo("The mayor’s “plan”:\none — two. Ende gut.");
        assertThat(PlainText.paragraphs("")).isEmpty();
        assertThat(PlainText.paragraphs(" \n\u00a0\n")).isEmpty();
    }

    @Test
    void whatCombinesTakesTheLongWay() {
        assertThat(PlainText.paragraphs("cafe\u0301")).isNull();
        assertThat(PlainText.paragraphs("zero\u200bwidth")).isNull();
        assertThat(PlainText.paragraphs("😀")).isNull();
    }

    private static String randomText(Random random, int kinds) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(kinds)]);
        }
        return text.toString();
    }
}
