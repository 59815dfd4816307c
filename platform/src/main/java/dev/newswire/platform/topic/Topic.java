package dev.newswire.platform.topic;

import java.util.Map;
import java.util.TreeMap;

/**
 * A topic of the pipeline. Keys are UTF-8 strings.
 *
 * @param name as the broker knows it
 * @param valueType generated record of the value; {@code byte[]} where values are kept as they came
 * @param cleanup how records leave
 * @param times whose clock stamps the records
 */
public record Topic<V>(String name, Class<V> valueType, Cleanup cleanup, Times times) {
    /** Largest batch that any topic takes: an article at the limits of ingest, with all its mentions, stays below. */
    public static final int MESSAGE_BYTES = 8 * 1024 * 1024;

    /** Whose clock stamps the records of a topic. */
    public enum Times {
        /** The producer's: ours say when an event was received. */
        PRODUCER("CreateTime"),
        /** The broker's: for a topic that strangers write to, whose clocks may be wrong. */
        BROKER("LogAppendTime");

        private final String setting;

        Times(String setting) {
            this.setting = setting;
        }
    }

    /** A topic that our own services write to. */
    public Topic(String name, Class<V> valueType, Cleanup cleanup) {
        this(name, valueType, cleanup, Times.PRODUCER);
    }

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
        values.put("message.timestamp.type", times.setting);
        return values;
    }
}
