package dev.newswire.benchmarks.micro;

import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.PublishedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Values on topics and in stores. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SerdesBenchmark {
    private static final String RAW = Topics.RAW.name();

    private final StateCodec<PublishedArticle> codec = StateCodec.of(PublishedArticle.class);
    private final Turns<RawArticle> articles;
    private final Turns<PublishedArticle> memories;
    private final Turns<byte[]> stored;
    private final Serializer<RawArticle> serializer;
    private final Deserializer<RawArticle> deserializer;
    private final Turns<byte[]> written;

    /** Both serdes learn the schema here and ask for it no more. */
    public SerdesBenchmark() {
        List<RawArticle> news = Samples.raw(200);
        List<PublishedArticle> remembered =
                Samples.enriched(200).stream().map(SerdesBenchmark::memory).toList();
        StateCodec<PublishedArticle> encoder = codec;
        articles = Turns.of(news, article -> article);
        memories = Turns.of(remembered, memory -> memory);
        stored = Turns.of(remembered, memory -> encoded(encoder, memory));
        try (OneSchemaRegistry registry = OneSchemaRegistry.serving(RawArticle.getClassSchema())) {
            Serde<RawArticle> serde = AvroTopicSerdes.from(registry.client()).of(Topics.RAW);
            Serializer<RawArticle> writer = serde.serializer();
            serializer = writer;
            deserializer = serde.deserializer();
            written = Turns.of(news, article -> writer.serialize(RAW, article));
            deserializer.deserialize(RAW, written.next());
        }
    }

    /** A raw event as it goes to its topic. */
    @Benchmark
    public byte[] writeRaw() {
        return serializer.serialize(RAW, articles.next());
    }

    @Benchmark
    public RawArticle readRaw() {
        return deserializer.deserialize(RAW, written.next());
    }

    /** What publish remembers of an article, as its store keeps it: the largest value of all stores. */
    @Benchmark
    public byte[] writeState() {
        return encoded(codec, memories.next());
    }

    @Benchmark
    public PublishedArticle readState() throws IOException {
        return codec.decode(stored.next());
    }

    private static byte[] encoded(StateCodec<PublishedArticle> codec, PublishedArticle memory) {
        try {
            return codec.encode(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedArticle memory(EnrichedArticle article) {
        return PublishedArticle.newBuilder()
                .setRevision(article.getRevision())
                .setArticle(article)
                .build();
    }
}
