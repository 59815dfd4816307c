package dev.newswire.benchmarks.reads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where an article is seen, and whether it still is. */
final class Places {
    /** Some seconds of news, so that what is withdrawn is not only pushed out. */
    private static final String NEWEST = "limit=200";

    private static final Pattern DELETED = Pattern.compile("<at:deleted-entry[^>]*>");
    private static final int GONE = 410;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Site site;

    Places(Site site, EntryTopic topic, Listeners listeners) {
        this.site = site;
        places.put("topic", article -> topic.isAbsent(article.articleId()));
        places.put("json_feed", article -> !site.body(Site.FEED + "?" + NEWEST).contains(article.articleId()));
        places.put("atom", this::isDeletedInAtom);
        places.put("article_page", article -> site.status("/articles/" + article.articleId()) == GONE);
        places.put("article_json", article -> site.status("/v1/articles/" + article.articleId()) == GONE);
        places.put("search", article -> !isFound(article.number(), article.articleId()));
        places.put("links_of_others", this::isUnlinked);
        places.put(
                "events", article -> !article.listed() || listeners.deletions().containsKey(article.articleId()));
    }

    /** One place. */
    @FunctionalInterface
    interface Place {
        boolean isFreeOf(Article article) throws Exception;
    }

    /**
     * An article to be withdrawn.
     *
     * @param number of {@link Story}
     * @param others articles that link to it
     * @param listed whether it has an entry among the newest of the feed, which readers are told the end of
     */
    record Article(String articleId, int number, List<String> others, boolean listed) {}

    Map<String, Place> all() {
        return places;
    }

    /** Whether it has an entry among the newest of the feed: a copy that another stands for has none. */
    boolean isListed(String articleId) throws Exception {
        return site.body(Site.FEED + "?" + NEWEST).contains("\"id\" : \"" + articleId + "\"");
    }

    boolean isFound(int number, String articleId) throws Exception {
        return site.body("/search?q=" + Story.name(number)).contains(articleId);
    }

    private boolean isUnlinked(Article article) throws Exception {
        for (String other : article.others()) {
            if (site.body("/v1/articles/" + other).contains(article.articleId())) {
                return false;
            }
        }
        return true;
    }

    /** Told as deleted if it was listed, and nowhere else in the document. */
    private boolean isDeletedInAtom(Article article) throws Exception {
        String feed = site.body("/feeds/latest.atom?" + NEWEST);
        return (feed.contains(article.articleId()) || !article.listed())
                && !DELETED.matcher(feed).replaceAll("").contains(article.articleId());
    }
}
