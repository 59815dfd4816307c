package dev.newswire.publish;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.publish.feed.DepartureKeeper;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Remembers for a while which entries left a feed. */
final class KeepDeparturesProcessor extends ContextualProcessor<String, FeedRecord, Void, Void> {
    private static final Duration SWEEP = Duration.ofHours(1);

    private final DepartureKeeper keeper;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, FeedDepartures> departures;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, FeedState> feeds;

    private KeepDeparturesProcessor(DepartureKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        departures = context.getStateStore(PublishTopology.DEPARTURES);
        feeds = context.getStateStore(PublishTopology.FEEDS);
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, FeedRecord> record) {
        if (!(record.value() instanceof FeedRecord.Entry update) || update.evicted()) {
            return;
        }
        String feedId = EntryTopicKey.feedId(record.key());
        String articleId = EntryTopicKey.articleId(record.key());
        FeedDepartures known = departures.get(feedId);
        if (update.entry() == null) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            departures.put(feedId, keeper.left(known, title(feedId), articleId, at));
            return;
        }
        if (known != null) {
            keep(feedId, keeper.came(known, articleId));
        }
    }

    private String title(String feedId) {
        FeedState state = feeds.get(feedId);
        return state == null ? feedId : state.getTitle();
    }

    private void sweep(long now) {
        try (KeyValueIterator<String, FeedDepartures> all = departures.all()) {
            while (all.hasNext()) {
                KeyValue<String, FeedDepartures> feed = all.next();
                keep(feed.key, keeper.at(feed.value, Instant.ofEpochMilli(now)));
            }
        }
    }

    private void keep(String feedId, @Nullable FeedDepartures kept) {
        departures.put(feedId, kept);
    }

    /** Makes the processors and their store. */
    record Factory(Duration retention) implements ProcessorSupplier<String, FeedRecord, Void, Void> {
        @Override
        public KeepDeparturesProcessor get() {
            return new KeepDeparturesProcessor(new DepartureKeeper(retention));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(PublishTopology.DEPARTURES),
                    Serdes.String(),
                    StateSerde.of(FeedDepartures.class)));
        }
    }
}
