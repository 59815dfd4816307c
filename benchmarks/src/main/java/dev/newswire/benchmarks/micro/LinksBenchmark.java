package dev.newswire.benchmarks.micro;

import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.Candidate;
import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.enrich.related.Signature;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Link;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.Posting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From an article with its entities to its links. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LinksBenchmark {
    private static final Duration APART = Duration.ofHours(3);
    /** Postings that a full ring holds. */
    private static final int RING = 256;

    /** The key that all of the ring stand under. */
    private static final String SHARED = "t:shared";

    private final Analyser analyser = new Analyser(DocumentFrequencies.shipped());
    private final PairScorer scorer = PairScorer.shipped();
    private final CandidateFinder finder = new CandidateFinder(scorer, Duration.ofDays(7), 20);
    private final Turns<EnrichedArticle> articles;
    private final Turns<Signature> signatures;
    private final List<Candidate> ring;
    private final Turns<Candidate> arriving;

    /** Makes the articles and what is kept of them. */
    public LinksBenchmark() {
        List<EnrichedArticle> news = Samples.enriched(RING);
        Analyser reader = analyser;
        articles = Turns.of(news, article -> article);
        signatures = Turns.of(news, article -> signature(reader, article));
        ring = news.stream().map(article -> candidate(reader, article)).toList();
        arriving = Turns.of(ring, candidate -> candidate);
    }

    /** Signature and posting keys of an article. */
    @Benchmark
    public List<String> signatureAndKeys() {
        return analyser.keys(signature(analyser, articles.next()));
    }

    @Benchmark
    public Optional<Link> scorePair() {
        return scorer.link(signatures.next(), signatures.next(), "other", APART);
    }

    /** An article against a full ring of 256 under a key that all of them share. */
    @Benchmark
    public List<LinkEvent> searchFullRing() {
        return finder.find(SHARED, arriving.next(), ring);
    }

    private static Signature signature(Analyser analyser, EnrichedArticle article) {
        return analyser.analyse(article.getTitle(), article.getBody(), article.getLanguage(), article.getEntities());
    }

    private static Candidate candidate(Analyser analyser, EnrichedArticle article) {
        return Candidate.from(Posting.newBuilder()
                .setArticleId(article.getArticleId())
                .setGeneration(1)
                .setAt(article.getReceivedAt())
                .setKeys(List.of(SHARED))
                .setSignature(signature(analyser, article).toAvro())
                .build());
    }
}
