package dev.newswire.publish;

import dev.newswire.publish.feed.Refill;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.internal.FeedSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * By which definitions the articles of a partition have been planned: of each feed the generation, negative until all
 * articles have been gone through, so that whoever takes the partition over before begins again.
 */
final class FillProgressStore {
    private final KeyValueStore<String, Long> filled;
    private DefinedFeeds definitions = DefinedFeeds.NONE;
    private @Nullable Refill refill;

    /** Where in the store of articles the going through has come to; empty at its beginning. */
    private String behind = "";

    FillProgressStore(KeyValueStore<String, Long> filled) {
        this.filled = filled;
    }

    /**
     * Goes over to other definitions. If a going through is under way it begins again, for all feeds that are not filled.
     *
     * @return what the feeds have to be told first
     */
    Map<String, FeedSettings> adopt(DefinedFeeds now, Instant at) {
        definitions = now;
        Map<String, Long> known = known();
        Map<String, FeedSettings> told = new LinkedHashMap<>();
        for (Defined defined : now.byId().values()) {
            String feedId = defined.definition().getFeedId();
            Long generation = known.remove(feedId);
            if (generation == null || generation != defined.generation()) {
                told.put(feedId, defined.settings());
                filled.put(feedId, unfinished(defined.generation()));
            }
        }
        known.forEach((feedId, generation) ->
                told.put(feedId, removed(generation < 0 ? unfinished(generation) : generation)));
        behind = "";
        refill = told.isEmpty() ? null : new Refill(now, told.keySet(), at);
        return told;
    }

    /** What feeds are being filled; null where none are. */
    @Nullable
    Refill refill() {
        return refill;
    }

    String behind() {
        return behind;
    }

    /** The articles up to a key have been gone through. */
    void passed(String key) {
        behind = key;
    }

    /** All articles have been gone through. */
    void finish() {
        Refill done = refill;
        if (done == null) {
            return;
        }
        for (String feedId : done.feeds()) {
            Defined defined = definitions.byId().get(feedId);
            filled.put(feedId, defined == null ? null : defined.generation());
        }
        refill = null;
    }

    /** From a generation to what stands for it while it is not finished, and back. */
    private static long unfinished(long generation) {
        return -generation - 1;
    }

    /** Every generation before the removal is smaller than this, every one after it greater. */
    private static FeedSettings removed(long generation) {
        return FeedSettings.newBuilder()
                .setGeneration(generation + 1)
                .setRemoved(true)
                .build();
    }

    private Map<String, Long> known() {
        Map<String, Long> known = new TreeMap<>();
        try (KeyValueIterator<String, Long> all = filled.all()) {
            all.forEachRemaining(entry -> known.put(entry.key, entry.value));
        }
        return known;
    }
}
