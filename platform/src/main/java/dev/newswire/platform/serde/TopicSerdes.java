package dev.newswire.platform.serde;

import dev.newswire.platform.topic.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Gives each topic the serde of its values. */
public interface TopicSerdes {
    /** A serde for the values of this topic, and of no other: schema caches do not look at the topic. */
    <V extends SpecificRecord> Serde<V> of(Topic<V> topic);
}
