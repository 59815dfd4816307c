package dev.newswire.ingest.feed;

import static dev.newswire.ingest.feed.Vocabulary.CORE;
import static dev.newswire.ingest.feed.Vocabulary.DUBLIN_CORE;
import static dev.newswire.ingest.feed.Vocabulary.ITUNES;

import dev.newswire.ingest.feed.Choice.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a feed of XML says of itself, put together with its items. */
final class FeedMapper {

    private static final List<Name> DESCRIPTION = Choice.of(CORE, "description")
            .or(CORE, "subtitle")
            .or(CORE, "tagline")
            .or(DUBLIN_CORE, "description")
            .or(ITUNES, "summary")
            .or(ITUNES, "subtitle")
            .names();
    private static final List<Name> UPDATED =
            Choice.of(CORE, "lastbuilddate").or(CORE, "lastmod").names();

    private FeedMapper() {}

    static ParsedFeed map(FeedElement root, List<FeedItem> items, long dropped, List<String> repairs) {
        FeedElement channel = channel(root);
        FeedTime updated = ItemMapper.time(channel, ItemMapper.UPDATED);
        FeedLinks links = links(channel);
        return new ParsedFeed(
                format(root),
                version(root),
                LinkMapper.id(channel),
                ItemMapper.text(channel, ItemMapper.TITLE),
                ItemMapper.text(channel, DESCRIPTION),
                links,
                language(channel, root),
                People.of(channel),
                ItemMapper.time(channel, ItemMapper.PUBLISHED),
                updated == null ? ItemMapper.time(channel, UPDATED) : updated,
                ScheduleMapper.map(channel),
                completed(items, links.site()),
                dropped,
                List.copyOf(repairs));
    }

    private static FeedElement channel(FeedElement root) {
        FeedElement channel = root.child(CORE, "channel");
        return channel == null ? root : channel;
    }

    private static FeedFormat format(FeedElement root) {
        return switch (root.name()) {
            case "feed" -> FeedFormat.ATOM;
            case "urlset" -> FeedFormat.SITEMAP;
            case "sitemapindex" -> FeedFormat.SITEMAP_INDEX;
            default -> FeedFormat.RSS;
        };
    }

    private static @Nullable String version(FeedElement root) {
        String stated = root.attributes().get("version");
        if (stated != null && !stated.isBlank()) {
            return stated.strip();
        }
        return root.vocabulary() == Vocabulary.ATOM ? "1.0" : null;
    }

    private static @Nullable String language(FeedElement channel, FeedElement root) {
        String language = ItemMapper.language(channel);
        return language == null ? root.language() : language;
    }

    private static FeedLinks links(FeedElement channel) {
        return new FeedLinks(
                LinkMapper.page(channel),
                first(LinkMapper.related(channel, "self")),
                first(LinkMapper.related(channel, "next")),
                LinkMapper.related(channel, "hub"));
    }

    private static @Nullable String first(List<String> addresses) {
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /** Links that are still relative count from the feed's page: a guess, and the only one left. */
    private static List<FeedItem> completed(List<FeedItem> items, @Nullable String site) {
        if (site == null || !Links.isAbsolute(site)) {
            return List.copyOf(items);
        }
        List<FeedItem> completed = new ArrayList<>(items.size());
        for (FeedItem item : items) {
            String link = item.link();
            completed.add(link == null || Links.isAbsolute(link) ? item : item.withLink(Links.resolve(site, link)));
        }
        return List.copyOf(completed);
    }
}
