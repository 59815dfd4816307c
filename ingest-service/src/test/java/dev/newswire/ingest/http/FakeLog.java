package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.OversizeException;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.schema.RawArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A log in memory that can be away, slow or narrow. */
final class FakeLog implements ArticleLog {

    final List<RawArticle> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> traces = Collections.synchronizedList(new ArrayList<>());
    volatile boolean isAway;
    volatile int mostBodyCharacters = Integer.MAX_VALUE;
    volatile @Nullable CompletableFuture<Void> acknowledgement;

    @Override
    public CompletableFuture<Void> append(RawArticle event, @Nullable String traceParent) {
        if (isAway) {
            return CompletableFuture.failedFuture(new UnavailableException("away", null));
        }
        if (event.getBody().length() > mostBodyCharacters) {
            return CompletableFuture.failedFuture(new OversizeException("too large"));
        }
        events.add(event);
        traces.add(String.valueOf(traceParent));
        CompletableFuture<Void> pending = acknowledgement;
        return pending == null ? CompletableFuture.completedFuture(null) : pending;
    }
}
