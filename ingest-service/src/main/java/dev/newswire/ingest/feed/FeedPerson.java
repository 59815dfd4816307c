package dev.newswire.ingest.feed;

import org.jspecify.annotations.Nullable;

/** Somebody a feed names; at least one of the three is there. */
public record FeedPerson(
        @Nullable String name,
        @Nullable String email,
        @Nullable String url) {}
