package dev.newswire.ingest.source;

import dev.newswire.ingest.feed.FeedFormat;
import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.feed.FeedText;
import dev.newswire.ingest.feed.ParsedFeed;
import dev.newswire.ingest.identity.SourceName;
import dev.newswire.schema.ScrapedArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a feed that was read. Each item yields one reading, in order; an item that marks itself as an
 * advertisement is refused as one, and items that were beyond the limit of the feed share one last refusal.
 */
public final class FeedArticles {

    private static final String NO_TITLE = "the item has no title: the beginning of its text stands for it";

    private final ParsedFeed feed;
    private final Origin origin;

    /** Of every item whose feed says so, worked out once: the title of a feed can be long, and its items many. */
    private final @Nullable String sourceOfFeed;

    private FeedArticles(ParsedFeed feed, Origin origin) {
        this.feed = feed;
        this.origin = origin;
        this.sourceOfFeed = sourceOf(feed, origin);
    }

    /**
     * The readings of all items, at least one.
     *
     * @param origin what is known of the feed's document
     * @throws RefusalException if the feed as a whole has no articles
     */
    public static List<Reading> of(ParsedFeed feed, Origin origin) throws RefusalException {
        if (feed.items().isEmpty()) {
            throw new RefusalException(Refusal.of(Rule.NO_ARTICLE, "the feed has no entries"));
        }
        boolean isSitemap = feed.format() == FeedFormat.SITEMAP || feed.format() == FeedFormat.SITEMAP_INDEX;
        if (isSitemap && feed.items().stream().allMatch(item -> item.title() == null)) {
            throw new RefusalException(
                    Refusal.of(Rule.NO_ARTICLE, "the sitemap names pages to fetch, and no articles by their titles"));
        }
        return new FeedArticles(feed, origin).readings();
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(feed.items().size());
        for (FeedItem item : feed.items()) {
            readings.add(reading(item, place(readings.size())));
        }
        if (feed.itemsDropped() > 0) {
            String reason = feed.itemsDropped() + " more entries stand behind the first "
                    + feed.items().size() + " and were not read";
            Excerpt nothing = Excerpt.of("");
            readings.add(
                    new Reading.Refused(Refusal.of(Rule.LIMIT, reason), place(readings.size()), nothing, source(null)));
        }
        return readings;
    }

    private Reading reading(FeedItem item, Place place) {
        Excerpt evidence = evidence(item);
        if (item.isAdvertisement()) {
            Refusal refusal = Refusal.of(Rule.ADVERTISEMENT, "the feed itself marks this entry as an advertisement");
            return new Reading.Refused(refusal, place, evidence, source(item));
        }
        List<String> warnings = new ArrayList<>(feed.repairs());
        if (item.title() == null && item.text() != null) {
            warnings.add(NO_TITLE);
        }
        return new Reading.Found(article(item), place, evidence, List.of(), warnings);
    }

    private ScrapedArticle article(FeedItem item) {
        FeedFields fields = new FeedFields(item, feed);
        FeedText text = item.text();
        return ScrapedArticle.newBuilder()
                .setSource(source(item))
                .setExternalId(fields.externalId())
                .setUrl(fields.url())
                .setTitle(fields.title())
                .setBody(text == null ? null : text.value())
                .setBodyIsHtml(text != null && text.isHtml())
                .setAuthors(fields.authors())
                .setPublishedAt(fields.publishedAt())
                .setRevision(fields.revision(origin.fetchedAt()))
                .setLanguage(feed.languageOf(item))
                .setFetchedAt(origin.fetchedAt())
                .build();
    }

    /** As the sender or the feed says, else the item's site. */
    private String source(@Nullable FeedItem item) {
        if (sourceOfFeed != null) {
            return sourceOfFeed;
        }
        String site = item == null ? null : SourceName.ofUrl(item.link());
        return site == null ? SourceName.UNKNOWN : site;
    }

    /** As the sender says, else the site of the feed or of its address, else the feed's title. */
    private static @Nullable String sourceOf(ParsedFeed feed, Origin origin) {
        if (origin.source() != null) {
            return origin.source();
        }
        for (String url : new String[] {
            feed.links().site(), origin.url(), feed.id(), feed.links().self()
        }) {
            String site = SourceName.ofUrl(url);
            if (site != null) {
                return site;
            }
        }
        FeedText title = feed.title();
        return title == null ? null : SourceName.slug(title.line());
    }

    private static Place place(int index) {
        return new Place(index + 1, "/entries/" + index, 0);
    }

    /** The parser keeps no bytes, so the values that tell which item it was. */
    private static Excerpt evidence(FeedItem item) {
        FeedText title = item.title();
        FeedText text = item.text();
        return Excerpt.of("id: " + item.id() + "\nlink: " + item.link() + "\ntitle: "
                + (title == null ? null : title.value()) + "\n\n" + (text == null ? "" : text.value()) + "\n");
    }
}
