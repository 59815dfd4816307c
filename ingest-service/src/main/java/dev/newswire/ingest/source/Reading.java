package dev.newswire.ingest.source;

import dev.newswire.schema.ScrapedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader made of one item of a document. */
public sealed interface Reading {

    /** Where it stands. */
    Place place();

    /** What it was read from. */
    Excerpt excerpt();

    /**
     * An article.
     *
     * @param related indexes, within the readings of the same document, of articles that the page names as related
     * @param warnings what was ignored, one sentence each
     */
    record Found(ScrapedArticle article, Place place, Excerpt excerpt, List<Integer> related, List<String> warnings)
            implements Reading {}

    /**
     * Nothing that we can take.
     *
     * @param source identifier of the publisher as the item states it, or null
     */
    record Refused(
            Refusal refusal,
            Place place,
            Excerpt excerpt,
            @Nullable String source) implements Reading {

        /** Of something that states no source. */
        public Refused(Refusal refusal, Place place, Excerpt excerpt) {
            this(refusal, place, excerpt, null);
        }
    }
}
