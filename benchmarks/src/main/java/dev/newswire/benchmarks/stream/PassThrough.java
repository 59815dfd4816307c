package dev.newswire.benchmarks.stream;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.RawArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Reads every raw event and writes it again, with the serdes, the settings and the guarantee of the services. */
final class PassThrough implements AutoCloseable {
    static final String APPLICATION_ID = "bench-through";
    static final String TARGET = "bench.through";

    private final StreamsRunner streams;

    private PassThrough(StreamsRunner streams) {
        this.streams = streams;
    }

    static PassThrough start(Settings settings) {
        Properties properties = StreamsProperties.of(settings, APPLICATION_ID, Topics.ENRICH_DLQ, List.of());
        TopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        return new PassThrough(
                StreamsRunner.start(topology(properties, serdes), properties, new SimpleMeterRegistry()));
    }

    private static Topology topology(Properties properties, TopicSerdes serdes) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        Serde<RawArticle> raw = serdes.of(Topics.RAW);
        builder.stream(Topics.RAW.name(), Consumed.with(Serdes.String(), raw).withName("read"))
                .to(TARGET, Produced.with(Serdes.String(), underItsOwnName(raw)).withName("write"));
        return builder.build(properties);
    }

    /** The target has no schema of its own in the registry. */
    private static Serde<RawArticle> underItsOwnName(Serde<RawArticle> raw) {
        return Serdes.serdeFrom(
                (topic, event) -> raw.serializer().serialize(Topics.RAW.name(), new RecordHeaders(), event),
                raw.deserializer());
    }

    @Override
    public void close() {
        streams.close();
    }
}
