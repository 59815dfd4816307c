package dev.newswire.publish.render;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.EntryCursor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of everything that is served: absolute for feeds that travel, paths for pages that do not. */
public final class Links {
    private final String base;
    private final String prefix;

    /** @param base the public address of the site, with or without a slash at its end */
    public Links(URI base) {
        this.base = withoutSlash(base.toString());
        this.prefix = withoutSlash(base.getPath() == null ? "" : base.getPath());
    }

    /** The path of a page or asset of the site, such as {@code /feeds}. */
    public String path(String path) {
        return prefix + path;
    }

    /** The path of a feed's page. */
    public String feedPath(String feedId) {
        return path(FeedIds.LATEST.equals(feedId) ? "/" : "/feeds/" + encode(feedId));
    }

    /** The path of a feed in a format: {@code json}, {@code atom}, {@code events}. */
    public String feedPath(String feedId, String format) {
        return path("/feeds/" + encode(feedId) + "." + format);
    }

    /** The path of an article's page. */
    public String articlePath(String articleId) {
        return path("/articles/" + encode(articleId));
    }

    /** The address of the site. */
    public String home() {
        return base + "/";
    }

    /** The address of a feed's page. */
    public String feed(String feedId) {
        return FeedIds.LATEST.equals(feedId) ? home() : base + "/feeds/" + encode(feedId);
    }

    /** The address of a feed in a format: {@code json}, {@code atom}. */
    public String feed(String feedId, String format) {
        return base + "/feeds/" + encode(feedId) + "." + format;
    }

    /**
     * The address of a part of a feed in a format.
     *
     * @param behind the place that the part follows; null for the newest part
     * @param limit most entries of it; 0 for as many as without a limit
     */
    public String part(String feedId, String format, @Nullable EntryCursor behind, int limit) {
        String size = limit == 0 ? "" : "limit=" + limit;
        String place = behind == null ? "" : "before=" + behind;
        String query = place.isEmpty() || size.isEmpty() ? place + size : place + "&" + size;
        return feed(feedId, format) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The address of an entity. */
    public String entity(String entityId) {
        return feed(FeedIds.entity(entityId));
    }

    /** The address of an article's page. */
    public String article(String articleId) {
        return base + "/articles/" + encode(articleId);
    }

    /** An address that an article brought, if a browser may follow it: absolute, http or https. */
    public static @Nullable String external(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getRawAuthority() != null ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Percent-encodes everything but letters, digits and what is harmless in a path. */
    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":");
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
