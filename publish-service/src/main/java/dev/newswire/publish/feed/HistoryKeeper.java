package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.ArticleVersion;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what readers could read before an article was corrected. What was never public, as under an embargo, is not kept,
 * and a retraction erases all of it.
 */
public final class HistoryKeeper {
    /** Most versions of an article. */
    static final int MOST_VERSIONS = 20;
    /** Most characters of all versions of an article together. */
    static final int MOST_CHARACTERS = 200_000;

    private HistoryKeeper() {}

    /**
     * The history after a change.
     *
     * @param known the history so far; null for none
     * @param before what was remembered of the article; null for nothing
     * @param after what is remembered now; null for nothing
     * @return null for none
     */
    public static @Nullable ArticleHistory after(
            @Nullable ArticleHistory known, @Nullable PublishedArticle before, @Nullable PublishedArticle after) {
        EnrichedArticle now = after == null ? null : after.getArticle();
        if (now == null) {
            return null;
        }
        EnrichedArticle then = before == null || before.getPending() != null ? null : before.getArticle();
        if (then == null || then.getRevision() == now.getRevision()) {
            return known;
        }
        List<ArticleVersion> versions = new ArrayList<>(known == null ? List.of() : known.getVersions());
        versions.add(version(then));
        while (versions.size() > MOST_VERSIONS || (versions.size() > 1 && characters(versions) > MOST_CHARACTERS)) {
            versions.remove(0);
        }
        return new ArticleHistory(versions);
    }

    /** An article as a version of itself. */
    public static ArticleVersion version(EnrichedArticle article) {
        return ArticleVersion.newBuilder()
                .setRevision(article.getRevision())
                .setReceivedAt(article.getReceivedAt())
                .setTitle(article.getTitle())
                .setBody(article.getBody())
                .setAuthors(article.getAuthors())
                .setCanonicalUrl(article.getCanonicalUrl())
                .setPublishedAt(article.getPublishedAt())
                .setLanguage(article.getLanguage())
                .setSection(article.getSection())
                .build();
    }

    private static int characters(List<ArticleVersion> versions) {
        return versions.stream()
                .mapToInt(version ->
                        version.getTitle().length() + version.getBody().length())
                .sum();
    }
}
