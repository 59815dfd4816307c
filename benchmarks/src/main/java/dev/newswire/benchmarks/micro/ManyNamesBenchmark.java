package dev.newswire.benchmarks.micro;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.RawArticle;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** As {@link NamesBenchmark#recogniseAndLink()}, where ten times as many entities are known. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyNamesBenchmark {
    private static final int TIMES = 10;

    private final EntityExtractor extractor = tenfold(Samples.extractor());
    private final Turns<RawArticle> articles = Turns.of(Samples.raw(200), article -> article);

    @Benchmark
    public List<Entity> recogniseAndLink() {
        RawArticle article = articles.next();
        return extractor.extract(article.getTitle(), article.getBody(), article.getLanguage());
    }

    private static EntityExtractor tenfold(EntityExtractor shipped) {
        return shipped.with(IntStream.range(0, (TIMES - 1) * shipped.size())
                .mapToObj(ManyNamesBenchmark::definition)
                .toList());
    }

    /** Of names whose words are common in names, so that looking one up goes as far as it can. */
    private static EntityDefinition definition(int number) {
        return EntityDefinition.newBuilder()
                .setEntityId("nw:made-up-" + number)
                .setName("Anna Keller " + Integer.toString(number, Character.MAX_RADIX))
                .setType(EntityType.PERSON)
                .build();
    }
}
