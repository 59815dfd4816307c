package dev.newswire.ingest.intake;

import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.Boilerplate;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.ingest.normalise.Languages;
import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.ingest.normalise.Text;
import dev.newswire.ingest.source.RefusalException;
import dev.newswire.ingest.source.Rule;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.ScrapedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one step that every article passes: cleans each field, checks it against its limit and finds the identity. */
final class Normaliser {

    private static final Duration FUTURE_TOLERATED = Duration.ofHours(24);
    private static final int LONGEST_NAME_OF_SOURCE = 500;

    private final Limits limits;

    Normaliser(Limits limits) {
        this.limits = limits;
    }

    /**
     * The event for what was scraped.
     *
     * @param notes what the reader had to ignore
     * @throws RefusalException where a required value is missing or one cannot be used
     */
    Draft normalise(ScrapedArticle scraped, List<String> notes, Instant receivedAt) throws RefusalException {
        Warnings warnings = new Warnings(notes);
        String source = source(scraped.getSource(), warnings);
        String externalId = externalId(scraped.getExternalId());
        RawArticle.Builder article = RawArticle.newBuilder()
                .setSource(source)
                .setExternalId(externalId)
                .setCanonicalUrl(url(scraped.getUrl(), externalId != null, warnings))
                .setKind(scraped.getKind())
                .setRevision(revision(scraped.getRevision(), receivedAt))
                .setReceivedAt(receivedAt);
        if (scraped.getKind() == EventKind.RETRACT) {
            return retraction(scraped, article, warnings);
        }
        addText(scraped, article, warnings);
        addTime(scraped, article, warnings);
        addLanguage(scraped, article, warnings);
        article.setAuthors(authors(scraped.getAuthors(), warnings))
                .setSection(section(scraped.getSection(), warnings))
                .setEmbargoUntil(scraped.getEmbargoUntil());
        String articleId = ArticleId.of(
                source, externalId, article.getCanonicalUrl(), article.getTitle(), article.getPublishedAt());
        List<String> references = warnings.atMost(limits.related(), scraped.getRelated(), "related");
        return new Draft(article.setArticleId(articleId), references, warnings, scraped.getRevision() != null);
    }

    private static Draft retraction(ScrapedArticle scraped, RawArticle.Builder article, Warnings warnings)
            throws RefusalException {
        if (article.getExternalId() == null && article.getCanonicalUrl() == null) {
            throw new RefusalException(
                    Rule.MISSING,
                    "a retraction names its article by externalId (with source) or by url",
                    "/externalId");
        }
        article.setRetractReason(scraped.getRetractReason())
                .setArticleId(ArticleId.of(
                        article.getSource(), article.getExternalId(), article.getCanonicalUrl(), "", null));
        return new Draft(article, List.of(), warnings, scraped.getRevision() != null);
    }

    private static String source(String stated, Warnings warnings) throws RefusalException {
        if (SourceName.isValid(stated)) {
            return stated;
        }
        if (stated.isBlank() || stated.length() > LONGEST_NAME_OF_SOURCE) {
            throw new RefusalException(Rule.VALUE, "source is empty or too long", "/source");
        }
        String slug = SourceName.slug(stated);
        warnings.add("source \"" + Text.oneLine(stated) + "\" is written \"" + slug + "\"");
        return slug;
    }

    private @Nullable String externalId(@Nullable String stated) throws RefusalException {
        String id = stated == null ? "" : Text.oneLine(stated);
        refuseLonger(id, limits.externalIdCharacters(), "externalId");
        return id.isEmpty() ? null : id;
    }

    private @Nullable String url(@Nullable String stated, boolean isOptional, Warnings warnings)
            throws RefusalException {
        if (stated == null || stated.isBlank()) {
            return null;
        }
        String canonical = stated.length() > limits.urlCharacters() ? null : CanonicalUrl.of(stated);
        if (canonical != null && canonical.length() <= limits.urlCharacters()) {
            return canonical;
        }
        String what = "url is not an absolute http or https URL of at most " + limits.urlCharacters() + " characters";
        if (!isOptional) {
            throw new RefusalException(Rule.VALUE, what, "/url");
        }
        warnings.add(what + " and was dropped");
        return null;
    }

    /** A revision from the future would make every later event stale. */
    private static long revision(@Nullable Long stated, Instant receivedAt) throws RefusalException {
        if (stated == null) {
            return receivedAt.toEpochMilli();
        }
        if (stated < 0 || stated > receivedAt.plus(FUTURE_TOLERATED).toEpochMilli()) {
            throw new RefusalException(
                    Rule.VALUE, "revision is negative or more than 24 hours ahead of the clock", "/revision");
        }
        return stated;
    }

    private void addText(ScrapedArticle scraped, RawArticle.Builder article, Warnings warnings)
            throws RefusalException {
        String title = scraped.getTitle() == null ? "" : Text.oneLine(scraped.getTitle());
        if (title.isEmpty()) {
            throw new RefusalException(Rule.MISSING, "title is missing", "/title");
        }
        refuseLonger(title, limits.titleCharacters(), "title");
        String stated = scraped.getBody() == null ? "" : scraped.getBody();
        String body = scraped.getBodyIsHtml() ? HtmlText.of(stated) : Text.paragraphs(stated);
        body = Boilerplate.without(body, title);
        refuseLonger(body, limits.bodyCharacters(), "body");
        if (body.isEmpty()) {
            warnings.add("the article has no text");
        }
        article.setTitle(title).setBody(body);
    }

    private static void addTime(ScrapedArticle scraped, RawArticle.Builder article, Warnings warnings) {
        Instant receivedAt = article.getReceivedAt();
        Instant fetchedAt = scraped.getFetchedAt() == null ? receivedAt : scraped.getFetchedAt();
        PublicationTime time = PublicationTime.of(scraped.getPublishedAt(), fetchedAt, receivedAt);
        warnings.add(time.warning());
        article.setPublishedAt(time.at())
                .setPublishedAtEstimated(time.estimated())
                .setPublishedAtRaw(time.raw());
    }

    private static void addLanguage(ScrapedArticle scraped, RawArticle.Builder article, Warnings warnings) {
        String stated = scraped.getLanguage();
        String tag = stated == null || stated.isBlank() ? null : Languages.ofTag(stated);
        if (tag == null && stated != null && !stated.isBlank()) {
            warnings.add("language \"" + stated + "\" is not a BCP 47 tag and was ignored");
        }
        article.setLanguage(tag == null ? Languages.detect(article.getTitle(), article.getBody()) : tag);
    }

    private List<String> authors(List<String> stated, Warnings warnings) {
        List<String> names = Authors.clean(warnings.atMost(limits.authors(), stated, "authors"));
        List<String> kept = names.stream()
                .filter(name -> name.length() <= limits.authorCharacters())
                .toList();
        if (kept.size() < names.size()) {
            warnings.add(
                    "a name of more than " + limits.authorCharacters() + " characters among the authors was dropped");
        }
        return kept;
    }

    private @Nullable String section(@Nullable String stated, Warnings warnings) {
        String name = stated == null ? "" : Text.oneLine(stated);
        if (name.length() > limits.sectionCharacters()) {
            warnings.add("section has more than " + limits.sectionCharacters() + " characters and was dropped");
            return null;
        }
        return name.isEmpty() ? null : name;
    }

    private static void refuseLonger(String value, int limit, String field) throws RefusalException {
        if (value.length() > limit) {
            throw new RefusalException(
                    Rule.LIMIT,
                    field + " has " + value.length() + " characters, at most " + limit + " are taken",
                    "/" + field);
        }
    }
}
