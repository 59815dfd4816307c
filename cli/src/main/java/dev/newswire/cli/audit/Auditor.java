package dev.newswire.cli.audit;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.RawArticle;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Fills a ledger from the topics: events on raw, backfill and among ingest's dead letters, fates on their topic. */
public final class Auditor implements AutoCloseable {
    private static final String REJECTED = "(rejected)";
    private static final String UNREADABLE = "(unreadable)";
    private final Ledger ledger = new Ledger();
    private final TopicReader reader;
    private final Deserializer<RawArticle> events;
    private final Deserializer<ArticleFate> fates;

    /** @param kafka client properties */
    public Auditor(Map<String, Object> kafka, TopicSerdes serdes) {
        reader = new TopicReader(
                kafka,
                List.of(Topics.RAW.name(), Topics.BACKFILL.name(), Topics.INGEST_DLQ.name(), Topics.FATE.name()));
        events = serdes.of(Topics.RAW).deserializer();
        fates = serdes.of(Topics.FATE).deserializer();
    }

    /** Reads on to where the topics end now. */
    public Ledger.Balance balance() {
        reader.readToEnd(this::enter);
        return ledger.balance();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void enter(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.FATE.name())) {
            fate(record);
            return;
        }
        ledger.event(new EventOrigin(record.topic(), record.partition(), record.offset()), source(record));
    }

    private void fate(ConsumerRecord<String, byte[]> record) {
        ArticleFate fate = read(fates, record);
        // What cannot be read is nobody's fate: the event whose fate it should have been is reported as missing.
        if (fate != null) {
            ledger.fate(fate);
        }
    }

    private String source(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.INGEST_DLQ.name())) {
            return REJECTED;
        }
        RawArticle article = read(events, record);
        // Poison on the topic is an event like any other: it must have a fate.
        return article == null ? UNREADABLE : article.getSource();
    }

    private static <V> @Nullable V read(Deserializer<V> deserializer, ConsumerRecord<String, byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            return null;
        }
    }
}
