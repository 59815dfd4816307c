package dev.newswire.enrich;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Takes and gives the bytes of postings as they are. */
final class EncodedPostingSerde {
    private EncodedPostingSerde() {}

    static Serde<EncodedPosting> create() {
        Serializer<EncodedPosting> serializer = (topic, posting) -> posting == null ? null : posting.bytes();
        Deserializer<EncodedPosting> deserializer = (topic, bytes) -> bytes == null ? null : new EncodedPosting(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
