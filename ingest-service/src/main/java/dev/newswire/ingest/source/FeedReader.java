package dev.newswire.ingest.source;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.XmlReader;
import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.schema.ScrapedArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom: one article an entry.
 *
 * <p>An entry's id is the article's external id, except where it is a URL: then the entry's link identifies the article, so
 * that the page behind it is the same article.
 */
final class FeedReader implements DocumentReader {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");

    @Override
    public List<Reading> read(Document document) {
        try {
            SyndFeed feed = parse(document);
            if (feed.getEntries().isEmpty()) {
                throw new RefusalException(Refusal.of(Rule.NO_ARTICLE, "the feed has no entries"));
            }
            return readings(feed, document);
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private static List<Reading> readings(SyndFeed feed, Document document) {
        String source = source(feed, document.origin());
        List<Reading> readings = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            int index = readings.size();
            Place place = new Place(index + 1, "/entries/" + index, 0);
            ScrapedArticle article = article(entry, feed, source, document.origin());
            readings.add(new Reading.Found(article, place, FeedEvidence.of(entry), List.of(), List.of()));
        }
        return readings;
    }

    private static ScrapedArticle article(SyndEntry entry, SyndFeed feed, String source, Origin origin) {
        String link = absolute(entry.getLink(), feed);
        String id = blankToNull(entry.getUri());
        boolean isUrl = id != null && CanonicalUrl.of(id) != null;
        String body = body(entry);
        return ScrapedArticle.newBuilder()
                .setSource(source)
                .setExternalId(isUrl ? null : id)
                .setUrl(link == null && isUrl ? id : link)
                .setTitle(title(entry))
                .setBody(body)
                .setBodyIsHtml(body != null && TAG.matcher(body).find())
                .setAuthors(authors(entry, feed))
                .setPublishedAt(publishedAt(entry))
                .setRevision(revision(entry, origin))
                .setLanguage(blankToNull(feed.getLanguage()))
                .setFetchedAt(origin.fetchedAt())
                .build();
    }

    private static SyndFeed parse(Document document) throws RefusalException {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(document.content()), true)) {
            return new SyndFeedImpl(new SecureFeedInput(document.origin().url()).build(reader), true);
        } catch (FeedException | IOException | IllegalArgumentException broken) {
            throw new RefusalException(FeedErrors.refusal(broken));
        }
    }

    private static String source(SyndFeed feed, Origin origin) {
        if (origin.source() != null) {
            return origin.source();
        }
        for (String url : new String[] {feed.getLink(), origin.url(), feed.getUri()}) {
            String site = SourceName.ofUrl(url);
            if (site != null) {
                return site;
            }
        }
        String title = blankToNull(feed.getTitle());
        return title == null ? SourceName.UNKNOWN : SourceName.slug(title);
    }

    /** Links are absolute by now; one against the site's own address is the last guess. */
    private static @Nullable String absolute(@Nullable String link, SyndFeed feed) {
        String stated = blankToNull(link);
        if (stated == null || CanonicalUrl.of(stated) != null) {
            return stated;
        }
        String resolved = feed.getLink() == null ? "" : StringUtil.resolve(feed.getLink(), stated);
        return CanonicalUrl.of(resolved) == null ? null : resolved;
    }

    private static @Nullable String title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        String text = title == null ? null : blankToNull(title.getValue());
        return text == null ? null : HtmlText.oneLine(text);
    }

    /** The longest of what the entry offers: content where there is one, else the summary. */
    private static @Nullable String body(SyndEntry entry) {
        String best = entry.getDescription() == null ? null : text(entry.getDescription());
        for (SyndContent content : entry.getContents()) {
            String text = text(content);
            if (text != null && (best == null || text.length() > best.length())) {
                best = text;
            }
        }
        return best;
    }

    /** Plain text that merely contains entities is decoded here; markup is left to the normaliser. */
    private static @Nullable String text(SyndContent content) {
        String value = blankToNull(content.getValue());
        if (value == null
                || "text".equals(content.getType())
                || TAG.matcher(value).find()) {
            return value;
        }
        return Parser.unescapeEntities(value, false);
    }

    private static List<String> authors(SyndEntry entry, SyndFeed feed) {
        List<String> names = names(entry.getAuthors());
        if (names.isEmpty() && entry.getAuthor() != null) {
            names = Authors.ofByline(entry.getAuthor());
        }
        return names.isEmpty() ? names(feed.getAuthors()) : names;
    }

    private static List<String> names(List<SyndPerson> people) {
        return Authors.clean(people.stream()
                .map(person -> person.getName() == null ? "" : person.getName())
                .toList());
    }

    private static @Nullable String publishedAt(SyndEntry entry) {
        String published = FeedTimes.published(entry);
        return published == null ? FeedTimes.updated(entry) : published;
    }

    /** An update announced for the future would outrank every later one. */
    private static @Nullable Long revision(SyndEntry entry, Origin origin) {
        String words = FeedTimes.updated(entry);
        Instant updated = words == null ? null : PublicationTime.read(words);
        boolean isPossible = updated != null && updated.isAfter(Instant.EPOCH) && !updated.isAfter(origin.fetchedAt());
        return updated != null && isPossible ? updated.toEpochMilli() : null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
