package dev.newswire.benchmarks.ingest;

import dev.newswire.ingest.kafka.RawPublisher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the broker can take from one thread that does nothing but send, with the settings of ingest's own producer. */
final class PlainProducer implements AutoCloseable, Load {
    private final Producer<String, byte[]> producer;
    private final String topic;

    /** Of a topic of its own. */
    PlainProducer(Map<String, Object> kafka, String topic) {
        this.producer = new KafkaProducer<>(
                RawPublisher.configuration(kafka), new StringSerializer(), new ByteArraySerializer());
        this.topic = topic;
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
