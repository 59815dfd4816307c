package dev.newswire.benchmarks.extraction;

import dev.newswire.ingest.normalise.HtmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Readability4J, a port of the reader view of a browser: what others use for this. */
final class ReadabilityExtractor implements Extractor {

    @Override
    public Extracted extract(byte[] html, @Nullable String url) {
        // It cannot resolve links without one.
        String base = url == null ? "http://localhost/" : url;
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(html), null, base);
            Article article = new Readability4J(base, page).parse();
            Element content = article.getArticleContent();
            String title = article.getTitle() == null ? "" : article.getTitle();
            String byline = article.getByline();
            return new Extracted(
                    title,
                    byline == null ? List.of() : List.of(byline),
                    null,
                    content == null ? "" : HtmlText.of(content),
                    content == null ? "no article" : null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
