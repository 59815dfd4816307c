package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as long as a document may be, made to cost as much as they can. */
class HostilePageTest {

    private static final int LENGTH = 10_000_000;
    private static final int MILLION = 1_000_000;
    private static final String SENTENCE =
            "The harbour was closed on Monday after the storm had torn two piers from their moorings, officials said. ";
    private static final String START =
            "<title>Storm closes the harbour</title><h1>Storm closes the harbour</h1><p>" + SENTENCE.repeat(5);

    private final Readers readers = new Readers();

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p><b><i>x", "<font a=b>x", "<table><tr><td>", "x<br>", "<p>word of mouth</p>"})
    void millionsOfTagsAreRefused(String unit) {
        assertThat(refusal(START + unit.repeat(LENGTH / unit.length())))
                .isEqualTo("the page has more than 100000 tags");
    }

    @Test
    void tagsNestedTooDeepForBrowsersDoNotHideTheArticle() {
        assertThat(body(START + "<div>".repeat(90_000) + "<p>" + SENTENCE)).contains("torn two piers");
    }

    @Test
    void zeroBytesDoNotHideTheArticle() {
        assertThat(body(START + "\0".repeat(LENGTH))).contains("torn two piers");
    }

    @Test
    void millionAttributesDoNotHideTheArticle() {
        String attributes = IntStream.range(0, MILLION).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        assertThat(body(START + "</p><p " + attributes + ">x</p>")).contains("torn two piers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "textarea", "svg"})
    void longElementThatIsNoTextDoesNotHideTheArticle(String name) {
        String noise = "if (a < b) c(); ".repeat(LENGTH / 16);
        assertThat(body(START + "</p><" + name + ">" + noise + "</" + name + ">"))
                .contains("torn two piers")
                .doesNotContain("if (a");
    }

    private @Nullable String refusal(String page) {
        return read(page) instanceof Reading.Refused refused ? refused.refusal().reason() : null;
    }

    private @Nullable String body(String page) {
        return read(page) instanceof Reading.Found found ? found.article().getBody() : null;
    }

    private Reading read(String page) {
        Origin origin = new Origin(null, "https://harbour.example/storm", Instant.parse("2025-07-30T12:00:00Z"), null);
        List<Reading> readings =
                readers.read(DocumentType.HTML, new Document(page.getBytes(StandardCharsets.UTF_8), origin));
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }
}
