package dev.newswire.benchmarks.related;

import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run found.
 *
 * @param links computed, of each article
 * @param stories of each article
 */
record FoundLinks(Map<String, List<Link>> links, Map<String, String> stories) {
    /** As enrich has them where nothing else is set. */
    static final Duration WINDOW = Duration.ofDays(7);

    static final int POSTINGS_PER_KEY = 256;
    static final int LINKS_PER_KEY = 20;
    static final int LINKS_PER_ARTICLE = 20;

    /** Finds the links in memory, with the limits that enrich has. */
    static FoundLinks inMemory(List<ReadArticle> articles, PairScorer scorer) {
        CandidateFinder finder = new CandidateFinder(scorer, WINDOW, LINKS_PER_KEY);
        MemoryLinks memory = new MemoryLinks(finder, POSTINGS_PER_KEY, LINKS_PER_ARTICLE);
        articles.forEach(memory::add);
        Map<String, List<Link>> links = new TreeMap<>();
        Map<String, String> stories = new HashMap<>();
        for (ReadArticle article : articles) {
            String id = article.article().id();
            links.put(id, memory.links(id));
            stories.put(id, memory.story(id));
        }
        return new FoundLinks(links, stories);
    }

    LinkScore score(List<LabelledArticle> articles) {
        return LinkScore.of(articles, of(Set.of(LinkKind.DUPLICATE, LinkKind.SAME_STORY)), stories);
    }

    /** For each article the others that it is linked to in one of these ways. */
    Map<String, Set<String>> of(Set<LinkKind> kinds) {
        Map<String, Set<String>> found = new HashMap<>();
        links.forEach((id, all) -> found.put(
                id,
                all.stream()
                        .filter(link -> kinds.contains(link.getKind()))
                        .map(Link::getArticleId)
                        .collect(Collectors.toSet())));
        return found;
    }
}
