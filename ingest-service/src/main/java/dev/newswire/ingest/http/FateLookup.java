package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.fate.FateBook;
import dev.newswire.ingest.fate.NotCaughtUpException;
import dev.newswire.schema.ArticleFate;
import java.util.List;

/** Answers what became of an article. */
final class FateLookup {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final FateBook book;

    FateLookup(FateBook book) {
        this.book = book;
    }

    /**
     * The newest fates of its events, as far as they are of sources that the sender may see.
     *
     * @throws ProblemException (503) while not all is known
     */
    List<ArticleFate> find(String articleId, Grant grant) throws ProblemException {
        try {
            return book.find(articleId).stream()
                    .filter(fate -> grant.coversAll() || (fate.getSource() != null && grant.covers(fate.getSource())))
                    .toList();
        } catch (NotCaughtUpException early) {
            throw Problem.of(Status.UNAVAILABLE, "the fates of articles are still being read; ask again later")
                    .retryAfter(RETRY_AFTER_SECONDS)
                    .exception();
        }
    }

    /**
     * As {@link #find}, for one who wants to know.
     *
     * @throws ProblemException (404) if nothing is known of the article
     */
    List<ArticleFate> get(String articleId, Grant grant) throws ProblemException {
        List<ArticleFate> fates = find(articleId, grant);
        if (fates.isEmpty()) {
            throw Problem.of(
                            Status.NOT_FOUND,
                            "no fate of this article is known: it was never sent, is still on its way, or was decided"
                                    + " more than 30 days ago")
                    .exception();
        }
        return fates;
    }
}
