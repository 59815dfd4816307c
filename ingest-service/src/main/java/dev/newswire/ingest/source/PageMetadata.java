package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.PublicationTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about itself: JSON-LD first, then OpenGraph and other meta elements, then its markup. */
final class PageMetadata {

    private static final List<String> AUTHORS = List.of(
            "author",
            "article:author",
            "article:author_name",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "citation_author");

    private static final Pattern WRITTEN_BY =
            Pattern.compile("(?iu)(?:written by|author|verfasst von|écrit par|escrito por|scritto da|autor).*");
    private static final Duration FUTURE_TOLERATED = Duration.ofHours(24);

    private final Document page;
    private final PageScan scan;
    private final JsonLd declared;
    private final @Nullable String url;
    private final @Nullable String title;
    private @Nullable SignScan signs;

    private PageMetadata(Document page, PageScan scan, @Nullable String fetchedFrom) {
        this.page = page;
        this.scan = scan;
        this.declared = JsonLd.of(scan.scripts());
        this.url = url(scan, fetchedFrom);
        this.title = PageTitle.of(page, scan, declared.text("headline"), siteName());
    }

    /** Of a page that was fetched at this URL, if that is known. */
    static PageMetadata of(Document page, @Nullable String fetchedFrom) {
        return new PageMetadata(page, PageScan.of(page), fetchedFrom);
    }

    /** The headline, or null. */
    @Nullable
    String title() {
        return title;
    }

    /** The page's own idea of its URL where it has one that can be meant, else where it was fetched. */
    @Nullable
    String url() {
        return url;
    }

    /** Name of the site, or null. */
    @Nullable
    String siteName() {
        return scan.metas().first("og:site_name");
    }

    /** The text that JSON-LD gives, or null. */
    @Nullable
    String articleBody() {
        return declared.text("articleBody");
    }

    /** Names as the page gives them; may be empty. */
    List<String> authors() {
        List<String> names = Authors.clean(declared.names("author"));
        if (!names.isEmpty()) {
            return names;
        }
        for (String name : AUTHORS) {
            names = scan.metas().all(name).stream()
                    .flatMap(content -> Authors.ofByline(content).stream())
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        names = labelled();
        return names.isEmpty() ? Bylines.in(signs()) : names;
    }

    /** Costs another look at the page, and most pages need none. */
    private SignScan signs() {
        SignScan found = signs;
        if (found == null) {
            found = SignScan.of(page, scan.headline(title));
            signs = found;
        }
        return found;
    }

    /** What link previews show under "Written by". */
    private List<String> labelled() {
        for (int i = 1; i <= 2; i++) {
            String label = scan.metas().first("twitter:label" + i);
            String data = scan.metas().first("twitter:data" + i);
            if (label != null && data != null && WRITTEN_BY.matcher(label).matches()) {
                return Authors.clean(List.of(data));
            }
        }
        return List.of();
    }

    /** Publication time in the page's own words, or null. */
    @Nullable
    String publishedAt() {
        String stated = PageDates.stated(scan.metas(), declared);
        if (stated != null) {
            return stated;
        }
        return firstOf(
                PageDates.shown(signs()),
                PageDates.inferred(scan.metas(), declared, url),
                declared.text("datePublished"));
    }

    /** The publisher's own time of update in epoch milliseconds, or null where it has none that can be true. */
    @Nullable
    Long revision(Instant fetchedAt) {
        String stated =
                firstOf(declared.text("dateModified"), scan.metas().first("article:modified_time", "datemodified"));
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
                scan.metas().first("og:locale", "content-language"));
    }

    /** Section of the publication, or null. */
    @Nullable
    String section() {
        return NewsSection.of(scan, declared, title, url);
    }

    /**
     * Sites that leave their front page as canonical URL on every article would make all of them one, and a page that claims
     * the URL of another site could overwrite the article there.
     */
    private static @Nullable String url(PageScan scan, @Nullable String fetchedFrom) {
        List<String> claims = new ArrayList<>();
        scan.canonicals().forEach(link -> claims.add(link.absUrl("href")));
        claims.addAll(scan.metas().all("og:url"));
        for (String stated : claims) {
            String canonical = CanonicalUrl.of(stated);
            if (canonical != null && !isFrontPage(canonical) && SameSite.mayBe(canonical, fetchedFrom)) {
                return canonical;
            }
        }
        return fetchedFrom;
    }

    private static boolean isFrontPage(String canonical) {
        return canonical.indexOf('/', "https://".length()) >= canonical.length() - 1 && canonical.indexOf('?') < 0;
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
