package dev.newswire.platform.topic;

import java.util.Map;
import java.util.TreeMap;

/**
 * A topic of the pipeline. Keys are UTF-8 strings.
 *
 * @param name as the broker knows it
 * @param valueType generated record of the value; {@code byte[]} where values are kept as they came
 * @param cleanup how records leave
 */
public record Topic<V>(String name, Class<V> valueType, Cleanup cleanup) {
    /** Largest batch that any topic takes: an article at the limits of ingest, with all its mentions, stays below. */
    public static final int MESSAGE_BYTES = 8 * 1024 * 1024;

    /** Subject of the value's schema under TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }

    /** Whether the value has a schema in the registry. */
    public boolean hasSchema() {
        return valueType != byte[].class;
    }

    /** Topic-level configuration at provisioning. */
    public Map<String, String> configuration() {
        Map<String, String> values = new TreeMap<>(cleanup.configuration());
        values.put("compression.type", "producer");
        values.put("max.message.bytes", Integer.toString(MESSAGE_BYTES));
        values.put("message.timestamp.type", "CreateTime");
        return values;
    }
}
