package dev.newswire.platform.streams;

import io.micrometer.core.instrument.Counter;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what is no definition to the dead letters: once, in whichever instance reads its partition. What is one, each
 * instance takes in by its own {@link TopicFollower}.
 *
 * @param <V> type of the definitions
 */
public final class CheckDefinitionProcessor<V> extends ContextualProcessor<String, V, Void, Void> {
    private final BiFunction<String, V, Optional<String>> mistake;
    private final Counter received;
    private final Counter refused;

    /**
     * @param mistake what is wrong with a definition under its key, in a sentence
     * @param received counts all records, tombstones too
     * @param refused counts those that are wrong
     */
    public CheckDefinitionProcessor(
            BiFunction<String, V, Optional<String>> mistake, Counter received, Counter refused) {
        this.mistake = mistake;
        this.received = received;
        this.refused = refused;
    }

    @Override
    public void process(Record<String, V> record) {
        received.increment();
        if (record.value() == null) {
            return;
        }
        Optional<String> found = mistake.apply(record.key(), record.value());
        if (found.isPresent()) {
            refused.increment();
            throw new IllegalArgumentException(found.get());
        }
    }
}
