package dev.newswire.publish.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What all pages have in common: head, navigation, foot. */
public final class Layout {
    /** Path of the one stylesheet. */
    public static final String STYLESHEET = "/assets/style.css";

    private final Links links;
    private final String stylesheet;
    private final String stylesheetVersion;

    /** @param links addresses of the site */
    public Layout(Links links) {
        this.links = links;
        this.stylesheet = read("style.css");
        CRC32 checksum = new CRC32();
        checksum.update(stylesheet.getBytes(StandardCharsets.UTF_8));
        this.stylesheetVersion = Long.toHexString(checksum.getValue());
    }

    /** The stylesheet. */
    public String stylesheet() {
        return stylesheet;
    }

    /** Different whenever the stylesheet is. */
    public String stylesheetVersion() {
        return stylesheetVersion;
    }

    Links links() {
        return links;
    }

    /**
     * A whole page.
     *
     * @param title for the window
     * @param feedId feed to be found by readers; null for none
     * @param content writes what stands in {@code main}
     */
    String page(String title, @Nullable String feedId, Consumer<Html> content) {
        Html html = new Html();
        html.open("html", "lang", "en");
        head(html, title, feedId);
        html.open("body");
        html.element("a", "Skip to the content", "class", "skip", "href", "#content")
                .text("\n");
        header(html);
        html.open("main", "id", "content");
        content.accept(html);
        html.end();
        html.open("footer", "class", "foot").open("p");
        html.text("Every list on this site is also a feed: ");
        html.element("a", "JSON Feed", "href", links.feed("latest", "json")).text(", ");
        html.element("a", "Atom", "href", links.feed("latest", "atom")).text(".");
        html.close().end();
        return html.close().close().text("\n").toString();
    }

    private void head(Html html, String title, @Nullable String feedId) {
        html.open("head").text("\n").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title).text("\n");
        html.open("link", "rel", "stylesheet", "href", links.path(STYLESHEET) + "?v=" + stylesheetVersion);
        if (feedId != null) {
            alternate(html, "application/feed+json", links.feed(feedId, "json"));
            alternate(html, "application/atom+xml", links.feed(feedId, "atom"));
        }
        html.end();
    }

    private static void alternate(Html html, String mediaType, String address) {
        html.open("link", "rel", "alternate", "type", mediaType, "href", address);
    }

    private void header(Html html) {
        html.open("header", "class", "top").open("div", "class", "bar");
        html.element("a", "Newswire", "class", "brand", "href", links.path("/"));
        html.open("nav", "aria-label", "Site");
        html.element("a", "Latest", "href", links.path("/"));
        html.element("a", "Feeds", "href", links.path("/feeds"));
        html.close();
        html.open("form", "class", "search", "role", "search", "action", links.path("/feeds"));
        html.open(
                "input",
                "type",
                "search",
                "name",
                "q",
                "placeholder",
                "Find a person, place, source …",
                "aria-label",
                "Find a feed");
        html.close().close().end();
    }

    private static String read(String resource) {
        try (InputStream in = Layout.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
