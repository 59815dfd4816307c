package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input that is meant to hurt: whatever it is, the readers answer in time, with a reason or an article. */
class HostileInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MILLION = 1_000_000;

    private final Readers readers = new Readers();

    @Test
    void deepJsonIsRefusedByItsDepth() {
        String deep = "{\"source\":\"a\",\"title\":" + "[".repeat(MILLION) + "}";
        assertThat(refusal(read(DocumentType.JSON, deep)).rule()).isEqualTo(Rule.LIMIT);
    }

    @Test
    void deepHtmlIsAnsweredInTime() {
        for (String tag : List.of("div", "b", "blockquote", "table", "p", "font")) {
            read(DocumentType.HTML, "<title>Deep</title>" + ("<" + tag + ">").repeat(100_000) + "text");
        }
    }

    @Test
    void endlessLinesOfTagsAndBarsAreRead() {
        String tags = "#harbour ".repeat(100_000);
        assertThat(read(DocumentType.SCRAPED_PAGE, "Pier to be rebuilt\n\n" + tags + "!\n"))
                .noneMatch(HostileInputTest::isFault);
        String title = "Pier to be rebuilt" + " word | word".repeat(100_000);
        assertThat(read(DocumentType.HTML, "<title>" + title + "</title><p>" + "The pier is old. ".repeat(50)))
                .noneMatch(HostileInputTest::isFault);
    }

    @Test
    void deepFeedIsRefusedByItsDepth() {
        String deep = "<rss version='2.0'><channel>" + "<a>".repeat(100_000);
        assertThat(refusal(read(DocumentType.FEED, deep)).rule()).isEqualTo(Rule.LIMIT);
    }

    @Test
    void entityBombIsRefusedUnread() {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss version=\"2.0\"><channel><title>&c;</title></channel></rss>";
        assertThat(refusal(read(DocumentType.FEED, bomb)).rule()).isEqualTo(Rule.UNSUPPORTED);
    }

    @Test
    void externalEntityIsNeverFetched() {
        for (String entity : List.of(
                "<!ENTITY thief SYSTEM 'http://127.0.0.1:1/secret'>",
                "<!ENTITY thief SYSTEM 'file:///etc/passwd'>",
                "<!ENTITY thief PUBLIC 'x' 'file:///etc/passwd'>",
                "<!ENTITY % thief SYSTEM 'file:///etc/passwd'> %thief;",
                "<!ENTITY % thief PUBLIC 'x' 'http://127.0.0.1:1/dtd'> %thief;")) {
            String feed = "<!DOCTYPE rss [" + entity
                    + "]><rss version=\"2.0\"><channel><item><title>&thief;</title></item>" + "</channel></rss>";
            assertThat(refusal(read(DocumentType.FEED, feed)).rule()).isEqualTo(Rule.UNSUPPORTED);
        }
    }

    @Test
    void documentTypeIsNeverFetched() {
        String feed = "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/dtd\"><rss version=\"2.0\"><channel><item>"
                + "<title>Read &thief; without it</title></item></channel></rss>";
        Reading reading = read(DocumentType.FEED, feed).get(0);
        assertThat(((Reading.Found) reading).article().getTitle()).isEqualTo("Read &thief; without it");
    }

    @Test
    void lineOfAMillionCharactersIsNoTitle() {
        assertThat(refusal(read(DocumentType.SCRAPED_PAGE, "x".repeat(MILLION))).reason())
                .contains("is no title");
    }

    @Test
    void manyNestedPrologueMarksDoNotExhaustTheStack() {
        byte[] marks = "<!---->".repeat(9_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Sniffer.typeOf(marks)).isEqualTo(DocumentType.HTML);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "HTML", "FEED", "SCRAPED_PAGE"})
    void endlessRepetitionIsAnsweredInTime(DocumentType type) {
        for (String unit : List.of(
                "(",
                "[",
                "{",
                "<",
                "&",
                "a ",
                "A ",
                "\"",
                "\n",
                "- A\n",
                "A\n1 hour ago\n",
                "by ",
                ", and ",
                "<a href='x'>y</a>",
                "<p>a</p>",
                "<!--",
                "&amp;",
                "%25",
                "\u200b")) {
            read(type, unit.repeat(300_000 / unit.length()));
            read(type, "A title\n" + unit.repeat(300_000 / unit.length()) + "\n(A B is " + unit.repeat(500) + ")");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "HTML", "FEED", "SCRAPED_PAGE"})
    void mutatedDocumentsAreAnswered(DocumentType type) {
        long seed = 20250730L + type.ordinal();
        Random random = new Random(seed);
        byte[] original = Samples.of(type).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            byte[] mutated = Samples.mutate(original, random);
            List<Reading> readings = readers.read(type, document(mutated));
            assertThat(readings).as("seed %d, round %d", seed, i).isNotEmpty();
            assertThat(readings).as("seed %d, round %d", seed, i).noneMatch(HostileInputTest::isFault);
        }
    }

    private static boolean isFault(Reading reading) {
        return reading instanceof Reading.Refused refused && refused.refusal().rule() == Rule.FAULT;
    }

    private List<Reading> read(DocumentType type, String content) {
        List<Reading> readings = assertTimeoutPreemptively(
                PATIENCE, () -> readers.read(type, document(content.getBytes(StandardCharsets.UTF_8))));
        assertThat(readings).isNotEmpty().noneMatch(HostileInputTest::isFault);
        return readings;
    }

    private static Refusal refusal(List<Reading> readings) {
        return ((Reading.Refused) readings.get(0)).refusal();
    }

    private static Document document(byte[] content) {
        return new Document(content, new Origin(null, null, Instant.parse("2025-07-30T12:00:00Z"), null));
    }
}
