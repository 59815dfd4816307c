package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PageCharsetTest {

    @ParameterizedTest
    @CsvFileSource(resources = "legacy-charsets.csv", numLinesToSkip = 1, delimiter = '|')
    void encodingThatNobodyDeclaresIsRecognised(String charset, String sentences) {
        byte[] page = ("<html><head><title>" + sentences.substring(0, 12) + "</title></head><body><p>" + sentences
                        + "</p></body></html>")
                .getBytes(Charset.forName(charset));
        PageCharset found = PageCharset.of(page, null);
        assertThat(found.decode(page)).contains(sentences);
        assertThat(found.warning()).contains("declares no other encoding");
    }

    @Test
    void declaredEncodingIsTaken() {
        byte[] page = "<meta charset='koi8-r'><p>Привет</p>".getBytes(Charset.forName("KOI8-R"));
        assertThat(PageCharset.of(page, null).decode(page)).contains("Привет");
        byte[] undeclared = "<p>Привет</p>".getBytes(Charset.forName("KOI8-R"));
        assertThat(PageCharset.of(undeclared, Charset.forName("KOI8-R")).decode(undeclared))
                .contains("Привет");
    }

    @Test
    void validUtf8WinsOverAWrongDeclaration() {
        byte[] page = "<meta charset=iso-8859-1><p>Zürich</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(PageCharset.of(page, null).decode(page)).contains("Zürich");
    }

    @Test
    void byteOrderMarkWinsOverEverything() {
        byte[] page = "\uFEFF<meta charset=iso-8859-1><p>Zürich</p>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(PageCharset.of(page, StandardCharsets.UTF_8).decode(page))
                .startsWith("<meta")
                .contains("Zürich");
    }

    @Test
    void latin1MeansWindows1252() {
        byte[] page = "<meta charset=iso-8859-1><p>“Zürich”</p>".getBytes(Charset.forName("windows-1252"));
        assertThat(PageCharset.of(page, null).decode(page)).contains("“Zürich”");
    }

    @Test
    void fewWrongBytesDoNotMakeUtf8AnotherEncoding() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("<p>ÄÖÜäöüßéèêàâçñ und noch mehr davon: ÄÖÜ ".getBytes(StandardCharsets.UTF_8));
        page.write(0xE4);
        page.writeBytes(" Ende</p>".getBytes(StandardCharsets.UTF_8));
        PageCharset found = PageCharset.of(page.toByteArray(), null);
        assertThat(found.decode(page.toByteArray())).contains("ÄÖÜäöüß").contains("\uFFFD Ende");
        assertThat(found.warning()).contains("replaced");
    }
}
