package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PageCharsetTest {

    @ParameterizedTest
    @CsvFileSource(resources = "legacy-charsets.csv", numLinesToSkip = 1, delimiter = '|')
    void encodingThatNobodyDeclaresIsRecognised(String charset, String sentences) throws IOException {
        byte[] page = ("<html><head><title>" + sentences.substring(0, 12) + "</title></head><body><p>" + sentences
                        + "</p></body></html>")
                .getBytes(Charset.forName(charset));
        PageCharset found = PageCharset.of(page, null);
        assertThat(text(found, page)).contains(sentences);
        assertThat(found.warning()).contains("declares no other encoding");
    }

    @Test
    void declaredEncodingIsTaken() throws IOException {
        byte[] page = "<meta charset='koi8-r'><p>Привет</p>".getBytes(Charset.forName("KOI8-R"));
        assertThat(text(PageCharset.of(page, null), page)).contains("Привет");
        byte[] undeclared = "<p>Привет</p>".getBytes(Charset.forName("KOI8-R"));
        assertThat(text(PageCharset.of(undeclared, Charset.forName("KOI8-R")), undeclared))
                .contains("Привет");
    }

    @Test
    void validUtf8WinsOverAWrongDeclaration() throws IOException {
        byte[] page = "<meta charset=iso-8859-1><p>Zürich</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(text(PageCharset.of(page, null), page)).contains("Zürich");
    }

    @Test
    void byteOrderMarkWinsOverEverything() throws IOException {
        byte[] page = "\uFEFF<meta charset=iso-8859-1><p>Zürich</p>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(text(PageCharset.of(page, StandardCharsets.UTF_8), page))
                .startsWith("<meta")
                .contains("Zürich");
    }

    @Test
    void latin1MeansWindows1252() throws IOException {
        byte[] page = "<meta charset=iso-8859-1><p>“Zürich”</p>".getBytes(Charset.forName("windows-1252"));
        assertThat(text(PageCharset.of(page, null), page)).contains("“Zürich”");
    }

    @Test
    void fewWrongBytesDoNotMakeUtf8AnotherEncoding() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("<p>ÄÖÜäöüßéèêàâçñ und noch mehr davon: ÄÖÜ ".getBytes(StandardCharsets.UTF_8));
        page.write(0xE4);
        page.writeBytes(" Ende</p>".getBytes(StandardCharsets.UTF_8));
        PageCharset found = PageCharset.of(page.toByteArray(), null);
        assertThat(text(found, page.toByteArray())).contains("ÄÖÜäöüß").contains("\uFFFD Ende");
        assertThat(found.warning()).contains("replaced");
    }

    private static String text(PageCharset charset, byte[] page) throws IOException {
        StringWriter text = new StringWriter();
        charset.reader(page).transferTo(text);
        return text.toString();
    }
}
