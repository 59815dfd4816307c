package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.ScrapedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReaderTest {

    private static final Instant FETCHED_AT = Instant.parse("2025-07-30T12:00:00Z");
    private static final String SENTENCE =
            "The harbour council voted on Tuesday to rebuild the northern pier, which the storm of last winter had damaged. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html lang='en-GB'>|en-GB",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"inLanguage\":\"en-AU\"}</script>|en-AU",
                "<meta property='og:locale' content='en_US'>|en_US",
                "<meta http-equiv='content-language' content='en'>|en",
            })
    void languageIsTakenAsThePageStatesIt(String head, String language) {
        assertThat(article(head, SENTENCE.repeat(3), null).getLanguage()).isEqualTo(language);
    }

    @Test
    void languageThatNobodyStatesIsLeftToTheText() {
        assertThat(article("", SENTENCE.repeat(3), null).getLanguage()).isNull();
    }

    @Test
    void sourceIsTheSendersWordElseTheHostElseTheNameOfTheSite() {
        String head = "<meta property='og:site_name' content='The Harbour Echo'>";
        assertThat(article(head, SENTENCE.repeat(3), null).getSource()).isEqualTo("the-harbour-echo");
        assertThat(article(head, SENTENCE.repeat(3), "https://www.echo.example/a")
                        .getSource())
                .isEqualTo("echo.example");
        Origin stated = new Origin("echo", "https://www.echo.example/a", FETCHED_AT, null);
        assertThat(articleOf(head, SENTENCE.repeat(3), stated).getSource()).isEqualTo("echo");
    }

    @Test
    void declaredTextStandsInWhereThePageShowsMuchLess() {
        String declared = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + SENTENCE.repeat(6) + "\"}</script>";
        assertThat(article(declared, "Loading.", null).getBody()).startsWith(SENTENCE + SENTENCE.strip());
        assertThat(article(declared, "Shown: " + SENTENCE.repeat(4), null).getBody())
                .startsWith("Shown: ");
    }

    private static ScrapedArticle article(String head, String text, @Nullable String url) {
        return articleOf(head, text, new Origin(null, url, FETCHED_AT, null));
    }

    private static ScrapedArticle articleOf(String head, String text, Origin origin) {
        String page = head + "<title>Pier to be rebuilt</title><article><h1>Pier to be rebuilt</h1><p>" + text
                + "</p></article>";
        Document document = new Document(page.getBytes(StandardCharsets.UTF_8), origin);
        Reading reading = new Readers().read(DocumentType.HTML, document).get(0);
        return ((Reading.Found) reading).article();
    }
}
