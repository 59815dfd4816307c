package dev.newswire.ingest.poll;

import dev.newswire.ingest.feed.FeedDocument;
import dev.newswire.ingest.feed.FeedException;
import dev.newswire.ingest.feed.FeedFormat;
import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.feed.FeedParser;
import dev.newswire.ingest.feed.FeedSchedule;
import dev.newswire.ingest.feed.ParsedFeed;
import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.BodyReader;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.FetchLimits;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import dev.newswire.ingest.source.Sniffer;
import dev.newswire.schema.ScrapedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a source is polled at. */
final class ContentReader {

    private final Readers readers = new Readers();
    private final FeedParser parser = new FeedParser();
    private final FetchLimits limits;

    /** @param limits of documents that are packed themselves */
    ContentReader(FetchLimits limits) {
        this.limits = limits;
    }

    /** What the document says, unpacked where it is packed itself, by what the source says it is. */
    Content read(Source source, Answer answer, Instant fetchedAt) {
        try {
            byte[] document = BodyReader.unpack(answer.body(), limits);
            return readUnpacked(
                    source, new Answer(answer.url(), answer.status(), answer.headers(), document), fetchedAt);
        } catch (FetchException e) {
            return refused(source, answer, e.failure() == Failure.LARGE ? Rule.LIMIT : Rule.ENCODING, e.reason());
        }
    }

    private Content readUnpacked(Source source, Answer answer, Instant fetchedAt) {
        if (source.type() == SourceType.PAGE) {
            return articles(pageType(answer.body()), source, answer, fetchedAt);
        }
        try {
            ParsedFeed feed = parser.parse(
                    new FeedDocument(answer.body(), answer.charset().orElse(null), url(answer)));
            return feed(feed, source, answer, fetchedAt);
        } catch (FeedException e) {
            boolean isOther = source.type() == SourceType.AUTO && e.kind() == FeedException.Kind.NO_FEED
                    || source.type() == SourceType.AUTO && !looksLikeFeed(answer.body());
            return isOther
                    ? articles(pageType(answer.body()), source, answer, fetchedAt)
                    : refused(source, answer, rule(e), e.reason());
        }
    }

    /** Reads one page, whatever it is. */
    Reading readPage(Source source, Answer answer, Instant fetchedAt) {
        return readers.read(DocumentType.HTML, document(source, answer, fetchedAt))
                .get(0);
    }

    private Content feed(ParsedFeed feed, Source source, Answer answer, Instant fetchedAt) {
        boolean isSitemap = feed.format() == FeedFormat.SITEMAP || feed.format() == FeedFormat.SITEMAP_INDEX;
        if (isSitemap && source.type() == SourceType.FEED) {
            return refused(source, answer, Rule.UNSUPPORTED, "this is a sitemap, not a feed: set its type to sitemap");
        }
        if (!isSitemap && source.type() == SourceType.SITEMAP) {
            return refused(source, answer, Rule.UNSUPPORTED, "this is a feed, not a sitemap: set its type to feed");
        }
        if (feed.format() == FeedFormat.SITEMAP_INDEX) {
            return new Content.Parts(feed.items());
        }
        if (isSitemap) {
            return new Content.Pages(feed.items());
        }
        if (feed.items().isEmpty()) {
            // News comes and goes; a feed that has none just now is no mistake.
            return new Content.Articles(List.of(), Set.of(), asked(feed.schedule()));
        }
        List<Reading> readings = readers.read(DocumentType.FEED, document(source, answer, fetchedAt));
        return new Content.Articles(readings, teasers(feed, readings), asked(feed.schedule()));
    }

    private Content articles(DocumentType type, Source source, Answer answer, Instant fetchedAt) {
        return new Content.Articles(readers.read(type, document(source, answer, fetchedAt)), Set.of(), null);
    }

    private static Content refused(Source source, Answer answer, Rule rule, String reason) {
        Excerpt whole = Excerpt.beginning(answer.body(), answer.body().length);
        Reading refused = new Reading.Refused(Refusal.of(rule, reason), Place.WHOLE, whole, source.id());
        return new Content.Articles(List.of(refused), Set.of(), null);
    }

    private static Document document(Source source, Answer answer, Instant fetchedAt) {
        Origin origin =
                new Origin(source.id(), url(answer), fetchedAt, answer.charset().orElse(null));
        return new Document(answer.body(), origin);
    }

    private static String url(Answer answer) {
        return answer.url().toString();
    }

    private static DocumentType pageType(byte[] body) {
        DocumentType type = Sniffer.typeOf(Arrays.copyOf(body, Math.min(body.length, Sniffer.WINDOW_BYTES)));
        return type == DocumentType.NDJSON ? DocumentType.JSON : type;
    }

    private static boolean looksLikeFeed(byte[] body) {
        DocumentType type = pageType(body);
        return type == DocumentType.FEED || type == DocumentType.OTHER_XML || type == DocumentType.EMPTY;
    }

    private static Rule rule(FeedException e) {
        return switch (e.kind()) {
            case EMPTY -> Rule.EMPTY;
            case SYNTAX -> Rule.SYNTAX;
            case LIMIT -> Rule.LIMIT;
            case NO_FEED, UNSUPPORTED -> Rule.UNSUPPORTED;
        };
    }

    private static @Nullable Duration asked(FeedSchedule schedule) {
        return Stream.of(schedule.timeToLive(), schedule.updateInterval())
                .filter(java.util.Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
    }

    /** By their addresses and ids: readers may leave items out. */
    private static Set<Integer> teasers(ParsedFeed feed, List<Reading> readings) {
        Set<String> cut = feed.items().stream()
                .filter(FeedItem::isTeaser)
                .flatMap(item -> Stream.of(item.id(), item.link()))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Set<Integer> indexes = new HashSet<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Reading.Found found && isAmong(cut, found.article())) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private static boolean isAmong(Set<String> identities, ScrapedArticle article) {
        return (article.getExternalId() != null && identities.contains(article.getExternalId()))
                || (article.getUrl() != null && identities.contains(article.getUrl()));
    }
}
