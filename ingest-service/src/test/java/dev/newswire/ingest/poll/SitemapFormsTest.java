package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.fetch.ScriptedServer;
import dev.newswire.schema.SourceState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SitemapFormsTest extends WithPolled {

    @BeforeEach
    void servePages() {
        server.on("/one", Samples.page("One")).on("/two", Samples.page("Two"));
    }

    @Test
    void packedSitemapsAndPartsAreReadForWhatTheyHold() throws IOException {
        packed(
                "/index.xml.gz",
                gzip("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                        + server.url("/part.xml.gz") + "</loc></sitemap></sitemapindex>"));
        packed("/part.xml.gz", gzip(sitemap("/one", "/two")));
        SourceState state = polled.poll(source(SourceType.SITEMAP, "/index.xml.gz"));
        polled.poll(source(SourceType.SITEMAP, "/index.xml.gz"));

        assertThat(state.getLastError()).isNull();
        assertThat(polled.outlet.titles()).containsExactlyInAnyOrder("One", "Two");
        assertThat(server.count("/one")).isOne();
    }

    @Test
    void sitemapsAsTextAreReadPackedOrPlain() throws IOException {
        server.on("/plain.txt", server.url("/one") + "\n", "Content-Type", "text/plain");
        packed("/packed.txt.gz", gzip(server.url("/two") + "\r\n"));
        polled.poll(source(SourceType.AUTO, "/plain.txt"));
        polled.poll(source(SourceType.SITEMAP, "/packed.txt.gz"));

        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
        assertThat(polled.outlet.refusals()).isEmpty();
    }

    @Test
    void aSitemapAsTextIsNotMistakenForAFeed() {
        server.on("/plain.txt", server.url("/one") + "\n");
        polled.poll(source(SourceType.FEED, "/plain.txt"));

        assertThat(polled.outlet.refusals()).singleElement().asString().contains("set its type to sitemap");
        assertThat(server.count("/one")).isZero();
    }

    @Test
    void brokenPackingAndBombsAreDeadLettersOncePerContent() throws IOException {
        byte[] whole = gzip(sitemap("/one"));
        packed("/broken.xml.gz", Arrays.copyOf(whole, whole.length - 12));
        packed("/bomb.xml.gz", gzip(sitemap("/one") + " ".repeat(10 * 1024 * 1024)));
        for (String path : new String[] {"/broken.xml.gz", "/bomb.xml.gz"}) {
            polled.state = null;
            polled.poll(source(SourceType.SITEMAP, path));
            polled.poll(source(SourceType.SITEMAP, path));
        }

        assertThat(polled.outlet.refusals()).hasSize(2);
        assertThat(polled.outlet.refusals().get(0)).contains("not valid gzip");
        assertThat(polled.outlet.refusals().get(1)).contains("100 times its size");
        assertThat(server.count("/one")).isZero();
    }

    private Source source(SourceType type, String path) {
        return polled.source(type, FullText.NEVER, path);
    }

    private void packed(String path, byte[] content) {
        server.on(path, (request, response) -> {
            response.getHeaders().put("Content-Type", "application/x-gzip");
            ScriptedServer.write(response, content);
        });
    }

    private String sitemap(String... paths) {
        StringBuilder xml = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (String path : paths) {
            xml.append("<url><loc>").append(server.url(path)).append("</loc></url>");
        }
        return xml.append("</urlset>").toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
