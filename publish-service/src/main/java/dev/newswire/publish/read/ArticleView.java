package dev.newswire.publish.read;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RelatedArticles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published article with everything known about it.
 *
 * @param article the article
 * @param related its links; null where it has none
 * @param feeds the feeds it stands in
 */
public record ArticleView(EnrichedArticle article, @Nullable RelatedArticles related, List<String> feeds) {}
