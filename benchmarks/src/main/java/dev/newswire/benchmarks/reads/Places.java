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
        places.put("search", article -> !isFound(article));
        places.put("links_of_others", this::isUnlinked);
        places.put("events", article -> listeners.deletions().containsKey(article.articleId()));
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
     */
    record Article(String articleId, int number, List<String> others) {}

    Map<String, Place> all() {
        return places;
    }

    /** Whether it stands among the newest of the feed: a copy that another one stands for never has an entry to delete. */
    boolean isListed(Article article) throws Exception {
        return site.body(Site.FEED + "?" + NEWEST).contains("\"id\" : \"" + article.articleId() + "\"");
    }

    boolean isFound(Article article) throws Exception {
        return site.body("/search?q=" + Story.name(article.number())).contains(article.articleId());
    }

    private boolean isUnlinked(Article article) throws Exception {
        for (String other : article.others()) {
            if (site.body("/v1/articles/" + other).contains(article.articleId())) {
                return false;
            }
        }
        return true;
    }

    /** Told as deleted, and nowhere else in the document. */
    private boolean isDeletedInAtom(Article article) throws Exception {
        String feed = site.body("/feeds/latest.atom?" + NEWEST);
        return feed.contains(article.articleId())
                && !DELETED.matcher(feed).replaceAll("").contains(article.articleId());
    }
}
