package dev.newswire.enrich.lifecycle;

import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by revision, never by arrival: whatever the order in which the events of an article come, the same one wins.
 * Events are ordered by revision; of one revision a retraction beats an upsert, a later receipt an earlier one, and the
 * content hash settles what is left.
 */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * @param memory what is remembered of the article; null where nothing is
     * @param event about the same article
     */
    public static Outcome decide(@Nullable ArticleMemory memory, RawArticle event) {
        boolean retraction = event.getKind() == EventKind.RETRACT;
        if (memory == null) {
            ArticleMemory first = standing(event, event.getReceivedAt(), 1);
            return retraction
                    ? new Outcome.Retracted(event, first, List.of())
                    : new Outcome.Accepted(event, first, List.of());
        }
        return retraction ? retract(memory, event) : upsert(memory, event);
    }

    private static Outcome upsert(ArticleMemory memory, RawArticle event) {
        boolean same = !memory.getRetracted() && memory.getContentHash().equals(event.getContentHash());
        if (same) {
            return new Outcome.Unchanged(event, reaffirmed(memory, event));
        }
        if (!isNewer(event, memory)) {
            return new Outcome.Stale(event, seen(memory, event).build());
        }
        return new Outcome.Accepted(event, succeeding(memory, event), memory.getPostingKeys());
    }

    private static Outcome retract(ArticleMemory memory, RawArticle event) {
        if (event.getRevision() < memory.getRevision()) {
            return new Outcome.Stale(event, seen(memory, event).build());
        }
        if (memory.getRetracted()) {
            return new Outcome.Unchanged(event, reaffirmed(memory, event));
        }
        return new Outcome.Retracted(event, succeeding(memory, event), memory.getPostingKeys());
    }

    private static boolean isNewer(RawArticle upsert, ArticleMemory memory) {
        if (upsert.getRevision() != memory.getRevision()) {
            return upsert.getRevision() > memory.getRevision();
        }
        if (memory.getRetracted()) {
            return false;
        }
        int byReceipt = upsert.getReceivedAt().compareTo(memory.getReceivedAt());
        return byReceipt != 0 ? byReceipt > 0 : upsert.getContentHash().compareTo(memory.getContentHash()) > 0;
    }

    private static ArticleMemory succeeding(ArticleMemory memory, RawArticle event) {
        return standing(event, earlier(memory.getFirstReceivedAt(), event.getReceivedAt()), memory.getGeneration() + 1);
    }

    /** The memory of an article that stands by this event; its posting is yet to be made. */
    private static ArticleMemory standing(RawArticle event, Instant firstReceivedAt, long generation) {
        boolean retraction = event.getKind() == EventKind.RETRACT;
        return ArticleMemory.newBuilder()
                .setRevision(event.getRevision())
                .setRetracted(retraction)
                .setContentHash(retraction ? "" : event.getContentHash())
                .setReceivedAt(event.getReceivedAt())
                .setFirstReceivedAt(firstReceivedAt)
                .setGeneration(generation)
                .build();
    }

    /** The same state, standing by the later of two events that say the same. */
    private static ArticleMemory reaffirmed(ArticleMemory memory, RawArticle event) {
        ArticleMemory.Builder builder = seen(memory, event);
        int order = Long.compare(event.getRevision(), memory.getRevision());
        if (order > 0 || (order == 0 && event.getReceivedAt().isAfter(memory.getReceivedAt()))) {
            builder.setRevision(event.getRevision()).setReceivedAt(event.getReceivedAt());
        }
        return builder.build();
    }

    private static ArticleMemory.Builder seen(ArticleMemory memory, RawArticle event) {
        return ArticleMemory.newBuilder(memory)
                .setFirstReceivedAt(earlier(memory.getFirstReceivedAt(), event.getReceivedAt()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
