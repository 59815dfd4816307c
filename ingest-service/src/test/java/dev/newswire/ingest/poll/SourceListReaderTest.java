package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceListReaderTest {

    private static final FetchSettings FETCH = FetchSettings.of(Settings.of(Map.of()));

    @Test
    void everythingThatCanBeSaidIsRead() throws SourceListException {
        SourceList list = read("""
                sources:
                  - id: harbour-world
                    type: sitemap
                    urls: [https://harbour.example/a.xml, https://harbour.example/b.xml]
                    interval: {min: PT1M, max: PT1H}
                    fullText: teasers
                    language: pt-BR
                    headers: {Authorization: "Bearer ${TOKEN}"}
                    enabled: false
                    pages: 7
                    window: P3D
                  - id: short
                    url: https://short.example/feed
                hosts:
                  Harbour.example: {delay: PT5S, robots: ignore}
                """);

        Source source = list.sources().get(0);
        assertThat(source)
                .isEqualTo(new Source(
                        "harbour-world",
                        SourceType.SITEMAP,
                        List.of("https://harbour.example/a.xml", "https://harbour.example/b.xml"),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        FullText.TEASERS,
                        "pt-BR",
                        Map.of("Authorization", "Bearer secret"),
                        false,
                        7,
                        Duration.ofDays(3)));
        assertThat(source.toString()).doesNotContain("secret");
        assertThat(list.sources().get(1).type()).isEqualTo(SourceType.AUTO);
        assertThat(list.rule("www.harbour.example")).isEqualTo(new HostRule(Duration.ofSeconds(5), false));
        assertThat(list.rule("example")).isEqualTo(HostRule.STANDARD);
    }

    @Test
    void everyMistakeIsASentenceWithItsLine() {
        List<String> mistakes = mistakes("""
                sources:
                  - id: Harbour News
                    url: ftp://harbour.example/feed
                  - id: twice
                    url: https://a.example/
                    type: newsletter
                    interval: {min: PT2H, max: PT1H}
                  - id: twice
                    url: http://127.0.0.1:22/
                    pages: many
                    colour: red
                  - url: https://user:secret@a.example/
                    id: b
                    fullText: sometimes
                    language: english language
                    headers: {Host: a, X: "${MISSING}"}
                  - just a text
                hosts:
                  a.example: {delay: soon}
                """);

        assertThat(mistakes)
                .allMatch(mistake -> mistake.matches("(?s)line \\d+: .*\\."))
                .anyMatch(mistake -> mistake.startsWith("line 2:") && mistake.contains("perhaps \"harbour-news\""))
                .anyMatch(mistake -> mistake.startsWith("line 3:") && mistake.contains("http or https"))
                .anyMatch(mistake -> mistake.startsWith("line 6:") && mistake.contains("auto, feed, sitemap, page"))
                .anyMatch(mistake -> mistake.startsWith("line 7:") && mistake.contains("min is longer than its max"))
                .anyMatch(mistake -> mistake.startsWith("line 8:") && mistake.contains("\"twice\" is taken"))
                .anyMatch(mistake -> mistake.startsWith("line 9:") && mistake.contains("port 22"))
                .anyMatch(mistake -> mistake.startsWith("line 10:") && mistake.contains("whole number from 1 to 1000"))
                .anyMatch(mistake -> mistake.startsWith("line 11:") && mistake.contains("no field \"colour\""))
                .anyMatch(mistake -> mistake.startsWith("line 12:") && mistake.contains("user name or password"))
                .anyMatch(mistake -> mistake.startsWith("line 14:") && mistake.contains("never, teasers, always"))
                .anyMatch(mistake -> mistake.startsWith("line 15:") && mistake.contains("en or pt-BR"))
                .anyMatch(mistake -> mistake.startsWith("line 16:") && mistake.contains("\"Host\""))
                .anyMatch(mistake -> mistake.startsWith("line 16:") && mistake.contains("MISSING"))
                .anyMatch(mistake -> mistake.startsWith("line 17:"))
                .anyMatch(mistake -> mistake.startsWith("line 19:") && mistake.contains("PT0S to PT1H"))
                .hasSize(15)
                .noneMatch(mistake -> mistake.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sources:", "sources: text", "- a", "sources: [\n", "text", "\t", "sources: {a: b}"})
    void whatIsNoListOfSourcesSaysSo(String yaml) {
        assertThat(mistakes(yaml)).isNotEmpty().allMatch(mistake -> mistake.startsWith("line "));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aSourceCanBeSwitchedOff(String text, boolean isEnabled) throws SourceListException {
        SourceList list = read("sources: [{id: a, url: 'https://a.example/', enabled: " + text + "}]");

        assertThat(list.sources().get(0).isEnabled()).isEqualTo(isEnabled);
    }

    @Test
    void aBombOfAliasesDoesNoHarm() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a");
            yaml.append(i - 1).append("]\n");
        }
        assertThat(mistakes(yaml + "sources: *a59\n")).isNotEmpty();
    }

    @Test
    void theShippedExampleIsRight() throws SourceListException {
        Path example = Path.of(System.getProperty("newswire.home", ".."), "docs", "examples", "sources.yaml");

        assertThat(SourceListReader.read(example, FETCH, Map.of("HARBOUR_TOKEN", "t"))
                        .sources())
                .hasSizeGreaterThan(3);
    }

    @Test
    void aSourceThatIsSwitchedOffNeedsNoSecrets() throws SourceListException {
        String source =
                "sources: [{id: a, url: 'https://a.example/', headers: {Authorization: '${NO_SUCH}'}, enabled: ";

        assertThat(read(source + "false}]").sources()).hasSize(1);
        assertThat(mistakes(source + "true}]")).anyMatch(mistake -> mistake.contains("NO_SUCH"));
    }

    private static SourceList read(String yaml) throws SourceListException {
        return SourceListReader.read(yaml, FETCH, Map.of("TOKEN", "secret"));
    }

    private static List<String> mistakes(String yaml) {
        SourceListException found = catchThrowableOfType(SourceListException.class, () -> read(yaml));
        assertThat(found).as(yaml).isNotNull();
        return found.mistakes();
    }
}
