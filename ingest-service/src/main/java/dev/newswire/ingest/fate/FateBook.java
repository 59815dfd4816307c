package dev.newswire.ingest.fate;

import dev.newswire.schema.ArticleFate;
import java.util.List;

/** What became of each article's events. */
public interface FateBook {

    /** A book that has not been read yet. */
    FateBook CLOSED = articleId -> {
        throw new NotCaughtUpException();
    };

    /**
     * The newest fate of each of an article's newest events, the newest first.
     *
     * @return empty where nothing is known of the article
     * @throws NotCaughtUpException while the ledger has not been read to its end since the start
     */
    List<ArticleFate> find(String articleId);
}
