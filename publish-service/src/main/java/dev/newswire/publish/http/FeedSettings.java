package dev.newswire.publish.http;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about feeds over HTTP.
 *
 * @param cacheBytes memory for feeds as they were written last
 * @param hubs addresses of WebSub hubs that feeds name
 * @param fresh how long a feed stands for what was read of it; zero where each request reads it anew
 */
public record FeedSettings(long cacheBytes, List<String> hubs, Duration fresh) {}
