package dev.newswire.publish.render;

import dev.newswire.publish.read.FeedInfo;
import java.util.List;

/** Writes the list of feeds. */
public final class FeedListJson {
    private final Links links;

    /** @param links addresses of the site */
    public FeedListJson(Links links) {
        this.links = links;
    }

    /** Feeds as a JSON array. */
    public String write(List<FeedInfo> feeds) {
        return JsonWriter.write(json -> {
            json.writeStartArray();
            for (FeedInfo feed : feeds) {
                json.writeStartObject();
                json.writeStringField("id", feed.feedId());
                json.writeStringField("title", feed.title());
                json.writeNumberField("size", feed.size());
                json.writeStringField("url", links.feed(feed.feedId(), "json"));
                json.writeStringField("page", links.feed(feed.feedId()));
                JsonWriter.time(json, "updated", feed.updatedAt());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
