package dev.newswire.benchmarks.micro;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.Entity;
import dev.newswire.schema.RawArticle;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a text to its entities. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NamesBenchmark {
    private final List<RawArticle> news = Samples.raw(200);
    private final EntityExtractor extractor = Samples.extractor();
    private final MentionTagger tagger = MentionTagger.shipped();
    private final Turns<RawArticle> articles = Turns.of(news, article -> article);
    private final Turns<Tokens> tokenised = Turns.of(news, article -> Tokeniser.tokenise(article.getBody()));

    /** Names found, so that no tagging is left out. */
    private int found;

    @Benchmark
    public Tokens tokenise() {
        return Tokeniser.tokenise(articles.next().getBody());
    }

    /** The trained tagger alone, on words that are cut already. */
    @Benchmark
    public int tag() {
        tagger.tag(tokenised.next(), false, (from, to, type, probabilities) -> found++);
        return found;
    }

    /** The table of names alone. */
    @Benchmark
    public int lookUpNames() {
        RawArticle article = articles.next();
        return extractor.countKnownNames(article.getBody(), article.getLanguage());
    }

    /** All of it: words, tagger, table, document pass, linker. */
    @Benchmark
    public List<Entity> recogniseAndLink() {
        RawArticle article = articles.next();
        return extractor.extract(article.getTitle(), article.getBody(), article.getLanguage());
    }
}
