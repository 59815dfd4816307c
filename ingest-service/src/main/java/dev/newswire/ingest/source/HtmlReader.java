package dev.newswire.ingest.source;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.schema.ScrapedArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of HTML: what it says about itself ({@link PageMetadata}) and its main text ({@link MainText}). A page
 * without either a title or enough text has no article.
 */
final class HtmlReader implements DocumentReader {

    private static final Pattern DECLARED_CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=|<\\?xml[^>]{0,100}encoding\\s*=");

    /** Browsers stop at 512. */
    private static final int NESTING_LIMIT = 512;

    private static final int DECLARATION_WITHIN = 4_096;

    @Override
    public List<Reading> read(Document document) {
        try {
            return List.of(new Reading.Found(article(document), Place.WHOLE, document.whole(), List.of(), List.of()));
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private static ScrapedArticle article(Document document) throws RefusalException {
        Origin origin = document.origin();
        org.jsoup.nodes.Document page = parse(document);
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
                .setFetchedAt(origin.fetchedAt())
                .build();
    }

    private static boolean isTooDeep(org.jsoup.nodes.Document page) {
        NodeFilter.FilterResult end = NodeTraversor.filter(
                (node, depth) ->
                        depth > NESTING_LIMIT ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE,
                page);
        return end == NodeFilter.FilterResult.STOP;
    }

    /** The text that the page declares as the article's stands in for what the rules find where it is much longer. */
    private static String body(org.jsoup.nodes.Document page, PageMetadata metadata) {
        String declared = metadata.articleBody() == null ? "" : HtmlText.of(metadata.articleBody());
        String found = HeadLines.without(MainText.of(page, metadata.title()), metadata.authors());
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

    private static org.jsoup.nodes.Document parse(Document document) throws RefusalException {
        byte[] content = document.content();
        Charset stated = document.origin().charset();
        String base = document.origin().url() == null ? "" : document.origin().url();
        if (stated == null && !declaresCharset(content)) {
            Utf8.check(content);
        }
        if (StandardCharsets.UTF_8.equals(stated)) {
            Utf8.check(content);
        }
        try {
            return Jsoup.parse(new ByteArrayInputStream(content), name(stated), base);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable String name(@Nullable Charset charset) {
        return charset == null ? null : charset.name();
    }

    /** Whether the page names an encoding of its own; then that decides, and what does not fit is replaced. */
    private static boolean declaresCharset(byte[] content) {
        int length = Math.min(content.length, DECLARATION_WITHIN);
        String head = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED_CHARSET.matcher(head);
        if (!declaration.find()) {
            return false;
        }
        String value = head.substring(declaration.end()).stripLeading();
        return !value.regionMatches(true, value.startsWith("\"") || value.startsWith("'") ? 1 : 0, "utf-8", 0, 5);
    }
}
