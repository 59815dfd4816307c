package dev.newswire.benchmarks.stream;

import dev.newswire.ingest.kafka.RawPublisher;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.RawArticle;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of raw events, filled and read by clients that do nothing else. */
final class RawTopic {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SLICE = 2_000;

    private final Map<String, Object> kafka;
    private final Serializer<RawArticle> serializer;
    private long bytes;

    RawTopic(Map<String, Object> kafka) {
        this.kafka = kafka;
        this.serializer = AvroTopicSerdes.from(kafka).of(Topics.RAW).serializer();
    }

    /** Fills it with the settings of ingest's own producer; nanoseconds that sending took, without the making. */
    long fill(NewsMix mix, int events) {
        long nanos = 0;
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                RawPublisher.configuration(kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (int done = 0; done < events; done += SLICE) {
                List<ProducerRecord<String, byte[]>> slice = IntStream.range(0, Math.min(SLICE, events - done))
                        .mapToObj(i -> record(mix.next()))
                        .toList();
                long start = System.nanoTime();
                slice.forEach(producer::send);
                producer.flush();
                nanos += System.nanoTime() - start;
            }
        }
        return nanos;
    }

    /** Reads that many; nanoseconds that it took. */
    long read(int events) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RAW.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long start = System.nanoTime();
            for (int done = 0; done < events; ) {
                done += consumer.poll(POLL).count();
            }
            return System.nanoTime() - start;
        }
    }

    /** Bytes of the values sent. */
    long bytes() {
        return bytes;
    }

    private ProducerRecord<String, byte[]> record(RawArticle event) {
        byte[] value = serializer.serialize(Topics.RAW.name(), new RecordHeaders(), event);
        bytes += value.length;
        return new ProducerRecord<>(
                Topics.RAW.name(), null, event.getReceivedAt().toEpochMilli(), event.getArticleId(), value);
    }
}
