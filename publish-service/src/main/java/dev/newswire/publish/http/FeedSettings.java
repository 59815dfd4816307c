package dev.newswire.publish.http;

import java.util.List;

/**
 * What can be set about feeds over HTTP.
 *
 * @param cacheBytes memory for feeds as they were written last
 * @param hubs addresses of WebSub hubs that feeds name
 */
public record FeedSettings(long cacheBytes, List<String> hubs) {
    /** As it is without settings. */
    public static final FeedSettings DEFAULT = new FeedSettings(32L << 20, List.of());
}
