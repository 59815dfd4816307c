package dev.newswire.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time as a feed gives it.
 *
 * @param words what the feed says
 * @param at what that means, of any year; null where it cannot be read
 */
public record FeedTime(String words, @Nullable Instant at) {}
