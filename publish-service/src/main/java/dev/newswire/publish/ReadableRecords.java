package dev.newswire.publish;

import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.platform.streams.TopicTail;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what can be read of a topic. What cannot be read is left out here: whoever works with the topic quarantines it.
 *
 * @param next is given key and value; null for a tombstone
 */
record ReadableRecords<V>(BiConsumer<String, @Nullable V> next) implements TopicTail.Listener<V> {
    @Override
    public void begins(List<Long> positions, List<Long> ends) {
        // It is all the same where it begins.
    }

    @Override
    public void takes(TailedRecord<V> record) {
        V value;
        try {
            value = record.value();
        } catch (RuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            return;
        }
        next.accept(record.key(), value);
    }
}
