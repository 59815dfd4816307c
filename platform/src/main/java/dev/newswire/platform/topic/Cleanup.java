package dev.newswire.platform.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a topic sheds records. */
public sealed interface Cleanup {
    /** The topic-level configuration that carries it out. */
    Map<String, String> configuration();

    /** Everything goes after a time. */
    record Delete(Duration retention) implements Cleanup {
        @Override
        public Map<String, String> configuration() {
            return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
        }
    }

    /**
     * The newest record of each key stays.
     *
     * @param minimumLag how long full history is kept
     * @param maximumLag the latest time at which an overwritten record goes
     */
    record Compact(Duration minimumLag, Duration maximumLag) implements Cleanup {
        @Override
        public Map<String, String> configuration() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("cleanup.policy", "compact");
            values.put("min.compaction.lag.ms", Long.toString(minimumLag.toMillis()));
            values.put("max.compaction.lag.ms", Long.toString(maximumLag.toMillis()));
            return values;
        }
    }
}
