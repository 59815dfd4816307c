package dev.newswire.publish.render;

import dev.newswire.schema.FeedEntry;

/** Writes server-sent events (HTML standard, section 9.2). The data of each is one line of JSON. */
public final class EventText {
    private final Links links;
    private final JsonFeed items;

    /** @param links addresses of the site */
    public EventText(Links links) {
        this.links = links;
        this.items = new JsonFeed(links);
    }

    /** An entry that came or changed: the item that it is in JSON Feed. */
    public String entry(String id, FeedEntry entry) {
        return event(id, "entry", JsonWriter.line(json -> items.item(json, entry)));
    }

    /** An entry that left. */
    public String deleted(String id, String articleId, boolean retracted) {
        String data = JsonWriter.line(json -> {
            json.writeStartObject();
            json.writeStringField("id", articleId);
            json.writeStringField("url", links.article(articleId));
            json.writeStringField("reason", retracted ? "retracted" : "left");
            json.writeEndObject();
        });
        return event(id, "deleted", data);
    }

    /** What was missed cannot be told any more: the feed is to be read as a whole. */
    public String reset(String id, String feedId) {
        String data = JsonWriter.line(json -> {
            json.writeStartObject();
            json.writeStringField("feed_url", links.feed(feedId, "json"));
            json.writeEndObject();
        });
        return event(id, "reset", data);
    }

    /** Nothing happened up to this id. It also tells that the stream is alive. */
    public static String alive(String id) {
        return "id: " + id + "\n\n";
    }

    /** How long to wait before coming again, in milliseconds. */
    public static String retry(int milliseconds) {
        return "retry: " + milliseconds + "\n";
    }

    private static String event(String id, String type, String data) {
        return "id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n";
    }
}
