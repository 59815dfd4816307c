package dev.newswire.ingest.source;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.ingest.page.BlockModel;
import dev.newswire.ingest.page.PageText;
import dev.newswire.schema.ScrapedArticle;
import java.io.Reader;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * Reads a page of HTML: what it says about itself ({@link PageMetadata}) and its main text ({@link PageText}). A page
 * without either a title or enough text has no article.
 */
final class HtmlReader implements DocumentReader {

    /** As in browsers, what nests deeper is hung in at this level. */
    private static final int MOST_LEVELS = 512;

    /** Tens of times what long articles have; a parser needs hundreds of bytes of memory for each. */
    private static final int TAG_LIMIT = 100_000;

    private final BlockModel model;

    HtmlReader(BlockModel model) {
        this.model = model;
    }

    @Override
    public List<Reading> read(Document document) {
        try {
            PageCharset charset =
                    PageCharset.of(document.content(), document.origin().charset());
            ScrapedArticle article = article(charset.reader(document.content()), document.origin());
            List<String> warnings = charset.warning() == null ? List.of() : List.of(charset.warning());
            return List.of(new Reading.Found(article, Place.WHOLE, document.whole(), List.of(), warnings));
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private ScrapedArticle article(Reader html, Origin origin) throws RefusalException {
        TagLimit limited = new TagLimit(html, TAG_LIMIT);
        Parser parser = Parser.htmlParser().setMaxDepth(MOST_LEVELS);
        org.jsoup.nodes.Document page = parser.parseInput(limited, origin.url() == null ? "" : origin.url());
        if (limited.isExceeded()) {
            throw new RefusalException(Refusal.of(Rule.LIMIT, "the page has more than " + TAG_LIMIT + " tags"));
        }
        PageMetadata metadata = PageMetadata.of(page, origin.url());
        String title = metadata.title();
        if (title == null) {
            throw new RefusalException(Refusal.of(Rule.NO_ARTICLE, "no article on this page: it has no title"));
        }
        String body = body(page, metadata);
        if (!Prose.isArticle(body)) {
            throw new RefusalException(Refusal.of(
                    Rule.NO_ARTICLE,
                    "no article on this page: too little running text (" + body.length() + " characters)"));
        }
        return ScrapedArticle.newBuilder()
                .setSource(source(metadata, origin))
                .setUrl(metadata.url())
                .setTitle(title)
                .setBody(body)
                .setAuthors(metadata.authors())
                .setPublishedAt(metadata.publishedAt())
                .setRevision(metadata.revision(origin.fetchedAt()))
                .setLanguage(metadata.language())
                .setSection(metadata.section())
                .setFetchedAt(origin.fetchedAt())
                .build();
    }

    /** The text that the page declares as the article's stands in for what the rules find where it is much longer. */
    private String body(org.jsoup.nodes.Document page, PageMetadata metadata) {
        String declared = metadata.articleBody() == null ? "" : HtmlText.of(metadata.articleBody());
        String found = HeadLines.without(PageText.of(page, metadata.title()).text(model), metadata.authors());
        return declared.length() > found.length() * 2 ? declared : found;
    }

    private static String source(PageMetadata metadata, Origin origin) {
        if (origin.source() != null) {
            return origin.source();
        }
        String site = SourceName.ofUrl(metadata.url());
        if (site != null) {
            return site;
        }
        return metadata.siteName() == null ? SourceName.UNKNOWN : SourceName.slug(metadata.siteName());
    }
}
