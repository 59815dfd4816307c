package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.internal.ArticleSignature;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.Posting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    public List<LinkEvent> find(String key, Posting arriving, Iterable<Posting> others) {
        ArticleSignature stored = arriving.getSignature();
        if (stored == null) {
            return List.of();
        }
        Signature signature = Signature.from(stored);
        List<LinkEvent> found = new ArrayList<>();
        for (Posting other : others) {
            if (isResponsible(key, arriving, other)) {
                score(arriving, signature, other).ifPresent(found::add);
            }
        }
        return found.stream().sorted(STRONGEST_FIRST).limit(most).toList();
    }

    private boolean isResponsible(String key, Posting one, Posting other) {
        return !one.getArticleId().equals(other.getArticleId())
                && key.equals(rarestShared(one.getKeys(), other.getKeys()));
    }

    /** Both lists are in the same order, so the answer does not depend on which comes first. */
    private static @Nullable String rarestShared(List<String> keys, List<String> others) {
        Set<String> known = new HashSet<>(others);
        for (String key : keys) {
            if (known.contains(key)) {
                return key;
            }
        }
        return null;
    }

    private Optional<LinkEvent> score(Posting arriving, Signature signature, Posting other) {
        ArticleSignature stored = other.getSignature();
        Duration apart = Duration.between(other.getAt(), arriving.getAt()).abs();
        if (stored == null || apart.compareTo(window) > 0) {
            return Optional.empty();
        }
        return scorer.link(signature, Signature.from(stored), other.getArticleId(), apart)
                .map(link -> scored(arriving, other, link));
    }

    private static LinkEvent scored(Posting arriving, Posting other, Link link) {
        return LinkEvent.newBuilder()
                .setKind(LinkEventKind.SCORED)
                .setGeneration(arriving.getGeneration())
                .setAt(arriving.getAt().toEpochMilli())
                .setOtherId(other.getArticleId())
                .setOtherGeneration(other.getGeneration())
                .setOtherAt(other.getAt().toEpochMilli())
                .setLink(link)
                .build();
    }
}
