package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides whether and how two articles belong together. The same answer whichever comes first. */
public final class PairScorer {
    private static final String RESOURCE = "scorer.tsv";
    private static final int ENTITY_REASONS = 5;
    private static final int TERM_REASONS = 5;
    /** Shorter texts are too easily alike to call one a copy of the other. */
    private static final int COPY_LENGTH = 20;

    private static final double DAY = Duration.ofDays(1).toMillis();

    private final Map<String, Double> entries;
    private final LogisticModel story;
    private final LogisticModel related;
    private final String version;

    private PairScorer(Map<String, Double> entries, String version) {
        this.entries = entries;
        this.version = version;
        this.story = LogisticModel.of("story.", PairFeatures.NAMES, entries);
        this.related = LogisticModel.of("related.", PairFeatures.NAMES, entries);
    }

    /** The scorer that ships with the service. */
    public static PairScorer shipped() {
        return read(Resources.bytes(RESOURCE));
    }

    /** @param table lines of name, tab, number; lines that begin with # are remarks */
    public static PairScorer read(byte[] table) {
        Map<String, Double> entries = new HashMap<>();
        new String(table, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .forEach(parts -> entries.put(parts[0], Double.valueOf(parts[1])));
        return new PairScorer(entries, "scorer-" + Resources.shortHash(table));
    }

    /** Changes when the same two articles would be judged otherwise. */
    public String version() {
        return version;
    }

    /**
     * The link from one article to the other; empty where they do not belong together.
     *
     * @param otherId what the link leads to
     * @param apart time between their first receipts
     */
    public Optional<Link> link(Signature one, Signature other, String otherId, Duration apart) {
        PairFeatures features = PairFeatures.of(one, other);
        double[] values = features.values();
        double days = Math.abs(apart.toMillis()) / DAY;
        double sameStory = story.probability(values) * Math.exp(-entry("story.decay-per-day") * days);
        if (isCopy(one, other, features)) {
            return Optional.of(link(
                    LinkKind.DUPLICATE, Math.max(sameStory, features.resemblance()), otherId, one, other, features));
        }
        if (sameStory >= entry("story.threshold")) {
            return Optional.of(link(LinkKind.SAME_STORY, sameStory, otherId, one, other, features));
        }
        double sameSubject = related.probability(values);
        if (sameSubject >= entry("related.threshold")) {
            return Optional.of(link(LinkKind.RELATED, sameSubject, otherId, one, other, features));
        }
        return Optional.empty();
    }

    /** Probability that two articles report the same event, whatever the time between them. */
    public double sameStory(PairFeatures features) {
        return story.probability(features.values());
    }

    private boolean isCopy(Signature one, Signature other, PairFeatures features) {
        return features.resemblance() >= entry("duplicate.threshold")
                && Math.min(one.length(), other.length()) >= COPY_LENGTH;
    }

    private double entry(String name) {
        return entries.getOrDefault(name, 0.0);
    }

    private static Link link(
            LinkKind kind, double score, String otherId, Signature one, Signature other, PairFeatures features) {
        List<LinkReason> reasons = new ArrayList<>();
        if (kind == LinkKind.DUPLICATE) {
            String share = String.format(Locale.ROOT, "%.2f", features.resemblance());
            reasons.add(new LinkReason(
                    ReasonKind.TEXT, share, Math.round(features.resemblance() * 100) + " % of the text"));
        }
        features.shared().stream()
                .limit(ENTITY_REASONS)
                .forEach(entity ->
                        reasons.add(new LinkReason(ReasonKind.ENTITY, entity.getEntityId(), entity.getName())));
        one.terms()
                .shared(other.terms(), TERM_REASONS)
                .forEach(term -> reasons.add(new LinkReason(ReasonKind.TERM, term, term)));
        return new Link(otherId, kind, (float) score, reasons);
    }
}
