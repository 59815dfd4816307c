package dev.newswire.cli.report;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.Link;
import dev.newswire.schema.RelatedArticles;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the pipeline made of the articles of one run.
 *
 * @param articles articles that are not withdrawn, in the order of receipt
 * @param related their links
 * @param feeds every feed of the pipeline
 */
public record Outcome(List<EnrichedArticle> articles, List<RelatedArticles> related, Collection<FeedSnapshot> feeds) {
    /** Entities of these articles and the number of articles that name each, the most frequent first. */
    public List<NamedCount> entities() {
        Map<String, NamedCount> counts = new LinkedHashMap<>();
        for (EnrichedArticle article : articles) {
            article.getEntities()
                    .forEach(entity -> counts.merge(
                            entity.getEntityId(),
                            new NamedCount(
                                    entity.getEntityId(),
                                    entity.getName(),
                                    entity.getType().name(),
                                    1,
                                    entity.getMentions().size()),
                            NamedCount::plus));
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(NamedCount::articles)
                        .thenComparing(NamedCount::mentions)
                        .reversed()
                        .thenComparing(NamedCount::name))
                .toList();
    }

    /** Links between these articles and any others, each pair once, as its first article tells it, the strongest first. */
    public List<Pair> links() {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (RelatedArticles from : related) {
            for (Link link : from.getLinks()) {
                Pair pair = Pair.of(from.getArticleId(), link);
                // Both tell it, in whichever order they were read.
                pairs.merge(
                        pair.first() + pair.second() + link.getKind(),
                        pair,
                        (known, other) -> known.isToldByFirst() ? known : other);
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparing((Pair pair) -> pair.link().getScore())
                        .reversed()
                        .thenComparing(Pair::first)
                        .thenComparing(Pair::second))
                .toList();
    }

    /** Ids of the feeds that hold at least one of these articles. */
    public Set<String> feedIds() {
        Set<String> articleIds = new HashSet<>();
        articles.forEach(article -> articleIds.add(article.getArticleId()));
        Set<String> ids = new TreeSet<>();
        for (FeedSnapshot feed : feeds) {
            if (feed.getEntries().stream().anyMatch(entry -> articleIds.contains(entry.getArticleId()))) {
                ids.add(feed.getFeedId());
            }
        }
        return ids;
    }

    /** An entity with the number of articles that name it and of places where they do. */
    public record NamedCount(String id, String name, String type, int articles, int mentions) {
        NamedCount plus(NamedCount other) {
            return new NamedCount(id, name, type, articles + other.articles, mentions + other.mentions);
        }
    }

    /** A link between two articles, the one with the lesser id first. */
    public record Pair(String first, String second, Link link) {
        static Pair of(String articleId, Link link) {
            boolean ordered = articleId.compareTo(link.getArticleId()) <= 0;
            return new Pair(ordered ? articleId : link.getArticleId(), ordered ? link.getArticleId() : articleId, link);
        }

        private boolean isToldByFirst() {
            return link.getArticleId().equals(second);
        }
    }
}
