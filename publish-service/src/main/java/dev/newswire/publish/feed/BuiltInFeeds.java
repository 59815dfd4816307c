package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.RelatedArticles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that exist without anyone defining them: {@code latest}, one for each source, language, entity and story.
 *
 * @param minimumSalience least salience of an entity whose feed takes the article, 0 to 1
 * @param linked families of feeds whose entries tell links: each is written anew for every article that tells the same story
 */
public record BuiltInFeeds(float minimumSalience, Set<String> linked) implements FeedMatcher {
    /** Members from which on a story has a feed of its own. */
    private static final int STORY_MEMBERS = 2;

    @Override
    public List<FeedRef> feedsOf(EnrichedArticle article, @Nullable RelatedArticles related) {
        return Stream.of(general(article), language(article), entities(article), story(article, related))
                .flatMap(feeds -> feeds)
                .toList();
    }

    private Stream<FeedRef> general(EnrichedArticle article) {
        return Stream.of(
                feed(FeedIds.LATEST, "Latest"), feed(FeedIds.source(article.getSource()), article.getSource()));
    }

    /** Of Portuguese, whether that of Brazil or not, there is one feed. */
    private Stream<FeedRef> language(EnrichedArticle article) {
        String tag = article.getLanguage();
        Locale language = Locale.forLanguageTag(tag == null ? "" : tag);
        return language.getLanguage().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        feed(FeedIds.language(language.getLanguage()), language.getDisplayLanguage(Locale.ENGLISH)));
    }

    private Stream<FeedRef> entities(EnrichedArticle article) {
        Map<String, FeedRef> feeds = new LinkedHashMap<>();
        for (Entity entity : article.getEntities()) {
            if (entity.getSalience() < minimumSalience) {
                continue;
            }
            String feedId = FeedIds.entity(entity.getEntityId());
            feeds.putIfAbsent(feedId, feed(feedId, entity.getName()));
        }
        return feeds.values().stream();
    }

    private Stream<FeedRef> story(EnrichedArticle article, @Nullable RelatedArticles related) {
        if (related == null || related.getStorySize() < STORY_MEMBERS) {
            return Stream.empty();
        }
        // A story is called what its oldest member is called, whatever the order of arrival.
        boolean oldest = article.getArticleId().equals(related.getStoryId());
        return Stream.of(feed(FeedIds.story(related.getStoryId()), oldest ? article.getTitle() : null));
    }

    private FeedRef feed(String feedId, @Nullable String title) {
        return new FeedRef(feedId, title, linked.contains(FeedIds.family(feedId)));
    }
}
