package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.PublicationTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about itself: JSON-LD first, then OpenGraph and other meta elements, then its markup. */
final class PageMetadata {

    private static final String DATES =
            "meta[property=article:published_time], meta[property=og:article:published_time],"
                    + " meta[itemprop=datePublished], meta[name=article:published_time], meta[name=parsely-pub-date],"
                    + " meta[name=sailthru.date], meta[name=publish-date], meta[name=publication_date], meta[name=pubdate],"
                    + " meta[name=DC.date.issued], meta[name=dcterms.created], meta[name=citation_publication_date], meta[name=date]";
    private static final String DATE_ELEMENTS = "time[itemprop=datePublished], time[pubdate], article time[datetime],"
            + " header time[datetime], [itemprop=datePublished], time[datetime]";
    private static final String AUTHORS = "meta[name=author], meta[property=author], meta[property=article:author],"
            + " meta[name=parsely-author], meta[name=sailthru.author], meta[name=dc.creator], meta[name=byl]";
    private static final String AUTHOR_ELEMENTS = "[itemprop=author] [itemprop=name], [itemprop=author], a[rel=author],"
            + " .byline .author, .byline, .author-name";

    private static final Duration FUTURE_TOLERATED = Duration.ofHours(24);

    private final Document page;
    private final JsonLd declared;
    private final @Nullable String url;

    private PageMetadata(Document page, JsonLd declared, @Nullable String url) {
        this.page = page;
        this.declared = declared;
        this.url = url;
    }

    /** Of a page that was fetched at this URL, if that is known. */
    static PageMetadata of(Document page, @Nullable String fetchedFrom) {
        return new PageMetadata(page, JsonLd.of(page), url(page, fetchedFrom));
    }

    /** The headline, or null. */
    @Nullable
    String title() {
        String stated = firstOf(declared.text("headline"), meta("meta[property=og:title], meta[name=twitter:title]"));
        return PageTitle.of(page, stated, siteName());
    }

    /** The page's own idea of its URL where it has one that can be meant, else where it was fetched. */
    @Nullable
    String url() {
        return url;
    }

    /** Name of the site, or null. */
    @Nullable
    String siteName() {
        return meta("meta[property=og:site_name]");
    }

    /** The text that JSON-LD gives, or null. */
    @Nullable
    String articleBody() {
        return declared.text("articleBody");
    }

    /** Names as the page gives them; may be empty. */
    List<String> authors() {
        List<String> names = Authors.clean(declared.names("author"));
        if (names.isEmpty()) {
            names = page.select(AUTHORS).stream()
                    .flatMap(element -> Authors.ofByline(element.attr("content")).stream())
                    .distinct()
                    .toList();
        }
        if (names.isEmpty()) {
            String byline = text(AUTHOR_ELEMENTS);
            names = byline == null || byline.length() > 200 ? List.of() : Authors.ofByline(byline);
        }
        return names;
    }

    /** Publication time in the page's own words, or null. */
    @Nullable
    String publishedAt() {
        String stated = firstOf(declared.text("datePublished"), meta(DATES));
        if (stated != null) {
            return stated;
        }
        Element element = page.selectFirst(DATE_ELEMENTS);
        return element == null ? null : firstOf(element.attr("datetime"), element.attr("content"), element.text());
    }

    /** The publisher's own time of update in epoch milliseconds, or null where it has none that can be true. */
    @Nullable
    Long revision(Instant fetchedAt) {
        String stated = firstOf(
                declared.text("dateModified"),
                meta("meta[property=article:modified_time], meta[itemprop=dateModified]"));
        Instant at = stated == null ? null : PublicationTime.read(stated);
        boolean isPossible = at != null && at.isBefore(fetchedAt.plus(FUTURE_TOLERATED)) && at.toEpochMilli() > 0;
        return at != null && isPossible ? at.toEpochMilli() : null;
    }

    /** Language tag as stated, or null. */
    @Nullable
    String language() {
        Element html = page.selectFirst("html[lang]");
        return firstOf(
                html == null ? null : html.attr("lang"),
                declared.text("inLanguage"),
                meta("meta[property=og:locale], meta[http-equiv=content-language]"));
    }

    /** Sites that leave their front page as canonical URL on every article would make all of them one. */
    private static @Nullable String url(Document page, @Nullable String fetchedFrom) {
        for (Element element : page.select("link[rel=canonical][href], meta[property=og:url][content]")) {
            String stated = element.hasAttr("href") ? element.absUrl("href") : element.attr("content");
            String canonical = CanonicalUrl.of(stated);
            if (canonical != null && !isFrontPage(canonical)) {
                return canonical;
            }
        }
        return fetchedFrom;
    }

    private static boolean isFrontPage(String canonical) {
        return canonical.indexOf('/', "https://".length()) >= canonical.length() - 1 && canonical.indexOf('?') < 0;
    }

    private @Nullable String meta(String query) {
        for (Element element : page.select(query)) {
            if (!element.attr("content").isBlank()) {
                return element.attr("content").strip();
            }
        }
        return null;
    }

    private @Nullable String text(String query) {
        for (Element element : page.select(query)) {
            if (element.hasText()) {
                return element.text();
            }
        }
        return null;
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }
}
