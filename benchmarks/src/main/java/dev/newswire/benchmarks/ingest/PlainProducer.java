package dev.newswire.benchmarks.ingest;

import dev.newswire.ingest.kafka.RawPublisher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the broker can take from one thread that does nothing but send. */
final class PlainProducer implements AutoCloseable, Load {
    private final Producer<String, byte[]> producer;
    private final String topic;

    private PlainProducer(Map<String, Object> configuration, String topic) {
        this.producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    /** With the batches, the patience and the compression of ingest's own producer. */
    static PlainProducer tuned(Map<String, Object> kafka, String topic) {
        return new PlainProducer(RawPublisher.configuration(kafka), topic);
    }

    /** As the client comes, which is idempotent and asks all replicas, but for the compression, which is ingest's. */
    static PlainProducer asItComes(Map<String, Object> kafka, String topic) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return new PlainProducer(configuration, topic);
    }

    @Override
    public void send(List<Lines.Line> lines) {
        AtomicLong acknowledged = new AtomicLong();
        for (Lines.Line line : lines) {
            producer.send(new ProducerRecord<>(topic, line.key(), line.bytes()), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
        producer.flush();
        if (acknowledged.get() != lines.size()) {
            throw new IllegalStateException(
                    "Only " + acknowledged + " of " + lines.size() + " records were acknowledged");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
