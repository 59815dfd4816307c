package dev.newswire.benchmarks.related;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links and stories held against what is known. Only articles whose story is known count.
 *
 * @param pairs linked as one event or as copies, against pairs of one story
 * @param bcubed F1 of the stories
 */
record LinkScore(PairCounts pairs, double bcubed) {
    /**
     * @param links for each article the others that it is linked to as of one event
     * @param stories the story of each article
     */
    static LinkScore of(List<LabelledArticle> articles, Map<String, Set<String>> links, Map<String, String> stories) {
        Map<String, String> known = new HashMap<>();
        articles.stream()
                .filter(article -> !article.story().isEmpty())
                .forEach(article -> known.put(article.id(), article.story()));
        List<String> ids = known.keySet().stream().sorted().toList();
        double bcubed = BCubed.f1(
                ids.stream().map(id -> stories.getOrDefault(id, id)).toList(),
                ids.stream().map(id -> known.getOrDefault(id, id)).toList());
        return new LinkScore(pairs(known, links), bcubed);
    }

    private static PairCounts pairs(Map<String, String> known, Map<String, Set<String>> links) {
        long right = 0;
        long said = 0;
        for (Map.Entry<String, String> article : known.entrySet()) {
            for (String other : links.getOrDefault(article.getKey(), Set.of())) {
                if (known.containsKey(other)) {
                    said++;
                    right += article.getValue().equals(known.get(other)) ? 1 : 0;
                }
            }
        }
        return new PairCounts(right / 2, said / 2, PairCounts.within(known.values()));
    }
}
