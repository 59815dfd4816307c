package dev.newswire.enrich;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.ArticleMemory;
import dev.newswire.schema.internal.ArticleSignature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted or withdrawn article gives the rest of the pipeline.
 *
 * @param memory what is remembered of the article now, its keys included
 * @param article with its entities; null where it is withdrawn
 * @param signature what is compared; null where it is withdrawn
 * @param formerKeys keys under which its posting stood before
 */
record Enrichment(
        ArticleMemory memory,
        @Nullable EnrichedArticle article,
        @Nullable ArticleSignature signature,
        List<String> formerKeys) {
    /** From when on others know of the article: its first receipt, or the end of an embargo. */
    Instant since() {
        Instant embargo = article == null ? null : article.getEmbargoUntil();
        Instant receipt = memory.getFirstReceivedAt();
        return embargo != null && embargo.isAfter(receipt) ? embargo : receipt;
    }
}
