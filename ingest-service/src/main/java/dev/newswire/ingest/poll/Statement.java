package dev.newswire.ingest.poll;

import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.source.Reading;
import dev.newswire.schema.ScrapedArticle;
import org.jspecify.annotations.Nullable;

/** What is stated of an article elsewhere, and stands in for what its own document leaves out. */
final class Statement {

    private Statement() {}

    /** In the language of its source, where it states none. */
    static Reading localised(Reading reading, @Nullable String language) {
        boolean isSilent =
                reading instanceof Reading.Found found && found.article().getLanguage() == null;
        if (!isSilent || language == null) {
            return reading;
        }
        Reading.Found found = (Reading.Found) reading;
        return with(found, ScrapedArticle.newBuilder(found.article()).setLanguage(language));
    }

    /** With the title that a news sitemap gives it, and the time and language where the page has none. */
    static Reading completed(Reading reading, FeedItem entry) {
        if (!(reading instanceof Reading.Found found)) {
            return reading;
        }
        ScrapedArticle.Builder article = ScrapedArticle.newBuilder(found.article());
        if (entry.title() != null) {
            article.setTitle(entry.title().line());
        }
        if (article.getPublishedAt() == null && entry.published() != null) {
            article.setPublishedAt(entry.published().words());
        }
        if (article.getLanguage() == null) {
            article.setLanguage(entry.language());
        }
        return with(found, article);
    }

    private static Reading.Found with(Reading.Found found, ScrapedArticle.Builder article) {
        return new Reading.Found(article.build(), found.place(), found.excerpt(), found.related(), found.warnings());
    }
}
