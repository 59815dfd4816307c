package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSON|{\"title\":\"a\"}",
                "JSON|  [ {\"title\":\"a\"} ]",
                "JSON|{~  \"title\": \"a\",~  \"authors\": [~    {\"name\": \"b\"}~  ]~}",
                "JSON|[~{\"title\":\"a\"},~{\"title\":\"b\"}~]",
                "JSON|{\"title\":",
                "NDJSON|{\"title\":\"a\"}~{\"title\":\"b\"}",
                "NDJSON|~{\"title\":\"a\"}~~not json~{\"title\":\"b\"}",
                "NDJSON|{\"title\":~{\"title\":\"b\"}",
                "HTML|<!DOCTYPE html><html>",
                "HTML|<!-- hello --><p>a",
                "HTML|<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html>",
                "HTML|<unknown>",
                "FEED|<?xml version=\"1.0\"?>~<rss version=\"2.0\">",
                "FEED|<?xml version=\"1.0\"?><!-- a <html> --><feed xmlns=\"http://www.w3.org/2005/Atom\">",
                "FEED|<!DOCTYPE rss [<!ENTITY a \">\">]><rss>",
                "FEED|<rdf:RDF xmlns:rdf=\"x\">",
                "FEED|<?xml version=\"1.0\"?><urlset/>",
                "FEED|<rss:feed xmlns:rss=\"x\">",
                "FEED|{~  \"version\": \"https://jsonfeed.org/version/1.1\",~  \"items\": [~  {\"id\": \"1\"}~  ]~}",
                "FEED|{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\"}",
                "JSON|{\"title\":\"On \\\"version\\\":\\\"https://jsonfeed.org/version/1\\\"\"}",
                "OTHER_XML|<?xml version=\"1.0\"?><playlist/>",
                "ARCHIVE|WARC/1.0~WARC-Type: response",
                "ARCHIVE|filedesc://crawl.arc 0.0.0.0 20140102030405 text/plain 69~1 0 a",
                "SCRAPED_PAGE|WARC is a format~A paragraph.",
                "SCRAPED_PAGE|A title~A paragraph.",
                "SCRAPED_PAGE|[Updated] A title in brackets~A paragraph.",
                "SCRAPED_PAGE|A title~{with braces}~and a paragraph~and another one",
            })
    void contentTellsTheForm(DocumentType type, String content) {
        String text = content.replace('~', '\n');
        assertThat(typeOf(text)).isEqualTo(type);
        assertThat(typeOf("\uFEFF\r\n" + text)).as("with a byte order mark").isEqualTo(type);
    }

    @Test
    void longFirstLineIsALineOfSeveral() {
        String line = "{\"title\":\"a\",\"body\":\"" + "word ".repeat(Sniffer.WINDOW_BYTES) + "\"}\n";
        byte[] head = java.util.Arrays.copyOf(line.getBytes(StandardCharsets.UTF_8), Sniffer.WINDOW_BYTES);
        byte[] written = line.replaceFirst(",", ",\n").getBytes(StandardCharsets.UTF_8);

        assertThat(Sniffer.typeOf(head)).isEqualTo(DocumentType.NDJSON);
        assertThat(Sniffer.typeOf(java.util.Arrays.copyOf(written, Sniffer.WINDOW_BYTES)))
                .as("an object of several lines")
                .isEqualTo(DocumentType.JSON);
    }

    @Test
    void nothingIsEmpty() {
        assertThat(typeOf("")).isEqualTo(DocumentType.EMPTY);
        assertThat(typeOf("\uFEFF \r\n\t")).isEqualTo(DocumentType.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "504b0304",
        "89504e47",
        "255044462d312e37",
        "1f8b0800",
        "28b52ffd",
        "ffd8ffe0",
        "fffe4100",
        "00",
        "4100",
        "01020304050607"
    })
    void whatIsNotTextIsBinary(String hexadecimal) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hexadecimal);
        assertThat(Sniffer.typeOf(bytes)).isEqualTo(DocumentType.BINARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE", "IBM037"})
    void feedIsAFeedInAnyEncoding(String charset) {
        byte[] bytes = "<?xml version='1.0'?><rss version='2.0'>".getBytes(Charset.forName(charset));
        assertThat(Sniffer.typeOf(bytes)).isEqualTo(DocumentType.FEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "windows-1251", "Shift_JIS", "GB18030"})
    void pageIsAPageInAnyEncoding(String charset) {
        byte[] bytes = "<html><title>Пирс 北</title><p>Text</p></html>".getBytes(Charset.forName(charset));
        assertThat(Sniffer.typeOf(bytes)).isEqualTo(DocumentType.HTML);
    }

    private static DocumentType typeOf(String text) {
        return Sniffer.typeOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
