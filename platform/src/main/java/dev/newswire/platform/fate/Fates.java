package dev.newswire.platform.fate;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the records of the ledger. */
public final class Fates {
    private Fates() {}

    /**
     * @param service ingest, enrich or publish
     * @param origin the event
     * @param articleId its article; null where it was too broken to tell
     * @param source its source; null where it was too broken to tell
     * @param revision its revision; 0 where it was too broken to tell
     * @param reason one sentence, or null where the fate says it all
     * @param decidedAt epoch milliseconds
     */
    public static ArticleFate of(
            Fate fate,
            String service,
            EventOrigin origin,
            @Nullable String articleId,
            @Nullable String source,
            long revision,
            @Nullable String reason,
            long decidedAt) {
        return ArticleFate.newBuilder()
                .setFate(fate)
                .setService(service)
                .setEventTopic(origin.topic())
                .setEventPartition(origin.partition())
                .setEventOffset(origin.offset())
                .setArticleId(articleId)
                .setSource(source)
                .setRevision(revision)
                .setReason(reason)
                .setDecidedAt(Instant.ofEpochMilli(decidedAt))
                .build();
    }

    /** The key of a fate: its article, or its event where there is none. */
    public static String key(ArticleFate fate) {
        return fate.getArticleId() != null
                ? fate.getArticleId()
                : new EventOrigin(fate.getEventTopic(), fate.getEventPartition(), fate.getEventOffset()).toString();
    }
}
