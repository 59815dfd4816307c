package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.render.Links;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of feeds as a page. */
public final class FeedListPage {
    private static final List<String> ORDER = List.of("latest", "language", "source", "story", "entity");
    private static final Map<String, String> TITLES = Map.of(
            "latest", "Everything",
            "language", "Languages",
            "source", "Sources",
            "story", "Stories",
            "entity", "People, places, organisations");

    private static final Comparator<String> BY_ORDER = Comparator.comparing(
                    (String family) -> ORDER.contains(family) ? ORDER.indexOf(family) : ORDER.size())
            .thenComparing(Comparator.naturalOrder());

    private final Layout layout;
    private final Links links;

    /** @param layout of the site */
    public FeedListPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
    }

    /** The page of the feeds that a filter lets through. */
    public String write(FeedFilter filter, List<FeedInfo> feeds) {
        return layout.page(Frame.found("Feeds", filter.words()), html -> {
            html.open("header", "class", "heading");
            html.element("h1", filter.words().isEmpty() ? "Feeds" : "Feeds with “" + filter.words() + "”");
            html.element("p", "Each is a page, and a feed to subscribe to.", "class", "meta");
            html.end();
            if (feeds.isEmpty()) {
                html.element("p", "There is no such feed.");
            }
            byFamily(feeds).forEach((family, members) -> family(html, family, members));
        });
    }

    private static Map<String, List<FeedInfo>> byFamily(List<FeedInfo> feeds) {
        return feeds.stream()
                .collect(Collectors.groupingBy(
                        feed -> FeedIds.family(feed.feedId()), () -> new TreeMap<>(BY_ORDER), Collectors.toList()));
    }

    private void family(Html html, String family, List<FeedInfo> feeds) {
        html.open("section", "class", "family");
        html.element("h2", TITLES.getOrDefault(family, family));
        html.open("ol", "class", "counts wide");
        for (FeedInfo feed : feeds) {
            html.open("li");
            html.element("a", feed.title(), "dir", "auto", "href", links.feedPath(feed.feedId()))
                    .text(" ");
            html.element("span", Integer.toString(feed.size()), "class", "number")
                    .text(" ");
            html.open("span", "class", "formats");
            for (FeedLinks.Format format : FeedLinks.FORMATS) {
                html.element(
                        "a",
                        format.name(),
                        "href",
                        links.feed(feed.feedId(), format.suffix()),
                        "aria-label",
                        format.name() + " of " + feed.title());
                html.text(" ");
            }
            html.close();
            html.end();
        }
        html.close().end();
    }
}
