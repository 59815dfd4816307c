package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores an article against those that stand under the same key. Two articles that share several keys meet under each of
 * them but are scored under the rarest only, so that each pair is scored once.
 */
public final class CandidateFinder {
    private static final Comparator<LinkEvent> STRONGEST_FIRST =
            Comparator.<LinkEvent, dev.newswire.schema.LinkKind>comparing(
                            event -> event.getLink().getKind())
                    .thenComparing(event -> event.getLink().getScore(), Comparator.reverseOrder())
                    .thenComparing(LinkEvent::getOtherAt)
                    .thenComparing(LinkEvent::getOtherId);

    private final PairScorer scorer;
    private final Duration window;
    private final int most;

    /**
     * @param window articles further apart are not compared
     * @param most links that one article may make under one key
     */
    public CandidateFinder(PairScorer scorer, Duration window, int most) {
        this.scorer = scorer;
        this.window = window;
        this.most = most;
    }

    /**
     * What the keeper of the arriving article's links is to be told, the strongest first.
     *
     * @param key under which all of them stand
     * @param others may include former postings of the same article
     */
    public List<LinkEvent> find(String key, Candidate arriving, Iterable<Candidate> others) {
        Signature signature = arriving.signature();
        if (signature == null) {
            return List.of();
        }
        List<LinkEvent> found = new ArrayList<>();
        for (Candidate other : others) {
            if (!arriving.articleId().equals(other.articleId()) && arriving.meetsFirstUnder(key, other)) {
                score(arriving, signature, other).ifPresent(found::add);
            }
        }
        return found.stream().sorted(STRONGEST_FIRST).limit(most).toList();
    }

    private Optional<LinkEvent> score(Candidate arriving, Signature signature, Candidate other) {
        Signature known = other.signature();
        Duration apart = Duration.ofMillis(Math.abs(arriving.at() - other.at()));
        if (known == null || apart.compareTo(window) > 0) {
            return Optional.empty();
        }
        return scorer.link(signature, known, other.articleId(), apart).map(link -> scored(arriving, other, link));
    }

    private static LinkEvent scored(Candidate arriving, Candidate other, Link link) {
        return LinkEvent.newBuilder()
                .setKind(LinkEventKind.SCORED)
                .setGeneration(arriving.generation())
                .setAt(arriving.at())
                .setOtherId(other.articleId())
                .setOtherGeneration(other.generation())
                .setOtherAt(other.at())
                .setLink(link)
                .build();
    }
}
