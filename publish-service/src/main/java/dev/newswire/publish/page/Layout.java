package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all pages have in common: head, navigation, foot. */
public final class Layout {
    private final Links links;

    /** @param links addresses of the site */
    public Layout(Links links) {
        this.links = links;
    }

    /** The files that pages refer to. */
    public static List<Asset> assets() {
        return List.of(Asset.STYLE, Asset.SCRIPT, Asset.ICON);
    }

    Links links() {
        return links;
    }

    /**
     * A whole page.
     *
     * @param content writes what stands in {@code main}
     */
    String page(Frame frame, Consumer<Html> content) {
        Html html = new Html();
        html.open("html", "lang", "en");
        head(html, frame);
        html.open("body");
        html.element("a", "Skip to the content", "class", "skip", "href", "#content")
                .text("\n");
        header(html, frame);
        html.open(
                "main",
                "id",
                "content",
                "tabindex",
                "-1",
                "data-live",
                live(frame.liveFeedId()),
                "data-every",
                frame.everySeconds() == 0 ? null : Integer.toString(frame.everySeconds()));
        content.accept(html);
        html.end();
        footer(html);
        return html.close().close().text("\n").toString();
    }

    private @Nullable String live(@Nullable String feedId) {
        return feedId == null ? null : links.feedPath(feedId, "events");
    }

    private void head(Html html, Frame frame) {
        html.open("head").text("\n").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", frame.title()).text("\n");
        html.open("link", "rel", "stylesheet", "href", address(Asset.STYLE));
        html.element("script", "", "src", address(Asset.SCRIPT));
        html.open("link", "rel", "icon", "type", Asset.ICON.mediaType(), "href", address(Asset.ICON));
        if (frame.feedId() != null) {
            for (FeedLinks.Format format : FeedLinks.FORMATS) {
                html.open(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        format.mediaType(),
                        "title",
                        format.name(),
                        "href",
                        links.feed(frame.feedId(), format.suffix()));
            }
        }
        html.end();
    }

    private String address(Asset asset) {
        return links.path(asset.path()) + "?v=" + asset.version();
    }

    private void header(Html html, Frame frame) {
        html.open("header", "class", "top").open("div", "class", "bar");
        html.element("a", "Newswire", "class", "brand", "href", links.path("/"));
        html.open("nav", "aria-label", "Site");
        html.element("a", "Latest", "href", links.path("/"));
        html.element("a", "Feeds", "href", links.path("/feeds"));
        html.close();
        html.element("span", "Live", "class", "live", "hidden", "");
        html.open("form", "class", "search", "role", "search", "action", links.path("/search"));
        html.open(
                "input",
                "type",
                "search",
                "name",
                "q",
                "value",
                frame.words().isEmpty() ? null : frame.words(),
                "maxlength",
                "200",
                "placeholder",
                "Search titles and names …",
                "aria-label",
                "Search");
        html.element("button", "Search").close();
        html.element("button", "Dark", "class", "theme", "type", "button", "aria-pressed", "false", "hidden", "");
        html.close().end();
        html.element("p", "", "class", "status visually-hidden", "role", "status");
    }

    private void footer(Html html) {
        html.open("footer", "class", "foot").open("p");
        html.text("Every list on this site is also a feed. The latest as ");
        FeedLinks.write(html, links, FeedIds.LATEST);
        html.text(".").close().end();
    }
}
