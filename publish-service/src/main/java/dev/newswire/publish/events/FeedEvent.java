package dev.newswire.publish.events;

import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.publish.render.EventText;
import dev.newswire.schema.FeedEntry;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Something that happened in a feed; written out once, when somebody first listens. */
final class FeedEvent {
    /** About what an event takes in memory once it is written out, for each byte that it has on the topic. */
    private static final int BYTES_FOR_EACH = 3;

    private static final int OVERHEAD = 400;

    private final TailedRecord<FeedEntry> record;
    private final String feedId;
    private final EventText text;
    private volatile byte @Nullable [] written;

    FeedEvent(TailedRecord<FeedEntry> record, EventText text) {
        this.record = record;
        this.feedId = EntryTopicKey.feedId(record.key());
        this.text = text;
    }

    String feedId() {
        return feedId;
    }

    EventId id() {
        return new EventId(record.partition(), record.offset());
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        byte[] bytes = record.bytes();
        return OVERHEAD + BYTES_FOR_EACH * (bytes == null ? 0 : bytes.length);
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        byte[] known = written;
        if (known == null) {
            known = write().getBytes(StandardCharsets.UTF_8);
            written = known;
        }
        return known;
    }

    private String write() {
        FeedEntry entry = record.value();
        if (entry != null) {
            return text.entry(id().toString(), entry);
        }
        String articleId = EntryTopicKey.articleId(record.key());
        return text.deleted(id().toString(), articleId, "dev.newswire.article.retracted".equals(record.eventType()));
    }
}
