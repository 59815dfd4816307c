package dev.newswire.ingest.source;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.ingest.page.BlockModel;
import dev.newswire.ingest.page.PageText;
import dev.newswire.schema.ScrapedArticle;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads a page of HTML: what it says about itself ({@link PageMetadata}) and its main text ({@link PageText}). A page
 * without either a title or enough text has no article.
 */
final class HtmlReader implements DocumentReader {

    /** Browsers stop at 512. */
    private static final int NESTING_LIMIT = 512;

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
            ScrapedArticle article = article(charset.decode(document.content()), document.origin());
            List<String> warnings = charset.warning() == null ? List.of() : List.of(charset.warning());
            return List.of(new Reading.Found(article, Place.WHOLE, document.whole(), List.of(), warnings));
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private ScrapedArticle article(String html, Origin origin) throws RefusalException {
        if (hasTooManyTags(html)) {
            throw new RefusalException(Refusal.of(Rule.LIMIT, "the page has more than " + TAG_LIMIT + " tags"));
        }
        org.jsoup.nodes.Document page = Jsoup.parse(html, origin.url() == null ? "" : origin.url());
        if (isTooDeep(page)) {
            throw new RefusalException(
                    Refusal.of(Rule.LIMIT, "the page's elements nest deeper than " + NESTING_LIMIT + " levels"));
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

    /** Before it is parsed, so that ten megabytes of the shortest tags cost neither time nor memory. */
    private static boolean hasTooManyTags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && tags <= TAG_LIMIT; at = html.indexOf('<', at + 1)) {
            tags += at + 1 < html.length() && isLetter(html.charAt(at + 1)) ? 1 : 0;
        }
        return tags > TAG_LIMIT;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isTooDeep(org.jsoup.nodes.Document page) {
        NodeFilter.FilterResult end = NodeTraversor.filter(
                (node, depth) ->
                        depth > NESTING_LIMIT ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE,
                page);
        return end == NodeFilter.FilterResult.STOP;
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
