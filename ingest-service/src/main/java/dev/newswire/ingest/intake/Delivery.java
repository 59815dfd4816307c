package dev.newswire.ingest.intake;

import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import dev.newswire.schema.RawArticle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Carries the items of one request to the log and to quarantine, and knows for each when it is safe. Memory is bounded
 * however many items there are. For one thread.
 */
public final class Delivery {

    private static final int MOST_UNDER_WAY = 3_000;
    private static final long MOST_BYTES_UNDER_WAY = 16L * 1024 * 1024;
    private static final int REJECTS_AT_ONCE = 100;

    /** Not the event itself: the log keeps what it needs of it, and a thousand of them would fill the heap. */
    private record UnderWay(ItemResult.Accepted result, String source, Excerpt excerpt, CompletableFuture<Void> done) {}

    private final ArticleLog log;
    private final Quarantine quarantine;
    private final IntakeMetrics metrics;
    private final Sender sender;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private final List<Outcome.Rejected> rejects = new ArrayList<>();
    private final ReportBuilder report;
    private long bytesUnderWay;

    /** Of a request by this sender. */
    public Delivery(ArticleLog log, Quarantine quarantine, IntakeMetrics metrics, Sender sender) {
        this(log, quarantine, metrics, sender, ResultSelection.FIRST);
    }

    /** Of a request by this sender, who wants to see these results. */
    public Delivery(
            ArticleLog log, Quarantine quarantine, IntakeMetrics metrics, Sender sender, ResultSelection results) {
        this.report = new ReportBuilder(results);
        this.log = log;
        this.quarantine = quarantine;
        this.metrics = metrics;
        this.sender = sender;
    }

    /**
     * Sends an item on its way; waits where too many are.
     *
     * @throws UnavailableException if this or an earlier one cannot be written
     */
    public void add(Outcome outcome) {
        metrics.received();
        if (outcome instanceof Outcome.Rejected rejected) {
            reject(rejected);
            return;
        }
        Outcome.Ready ready = (Outcome.Ready) outcome;
        RawArticle event = ready.article();
        ItemResult.Accepted result = ItemResult.Accepted.of(ready.place(), event);
        underWay.add(new UnderWay(result, event.getSource(), ready.excerpt(), log.append(event, sender.traceParent())));
        bytesUnderWay += ready.excerpt().length();
        while (underWay.size() > MOST_UNDER_WAY || bytesUnderWay > MOST_BYTES_UNDER_WAY) {
            await(underWay.element());
        }
    }

    /**
     * Waits until every item is safe.
     *
     * @throws UnavailableException if some cannot be written
     */
    public Report finish() {
        if (!underWay.isEmpty()) {
            log.hurry();
        }
        while (!underWay.isEmpty()) {
            await(underWay.element());
        }
        writeRejects();
        return report.build();
    }

    /** Gives up: what is not yet safe is not waited for any longer. What was safe before stays so. */
    public Report abandon() {
        metrics.unacknowledged(underWay.size() + rejects.size());
        underWay.clear();
        rejects.clear();
        return report.build();
    }

    private void await(UnderWay item) {
        try {
            item.done().get();
            settled(item);
            metrics.accepted();
            report.add(item.result());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof OversizeException)) {
                throw unavailable(failed.getCause());
            }
            settled(item);
            reject(oversize(item));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the service is stopping", stopping);
        }
    }

    private void settled(UnderWay item) {
        underWay.remove();
        bytesUnderWay -= item.excerpt().length();
    }

    private void reject(Outcome.Rejected rejected) {
        rejects.add(rejected);
        if (rejects.size() >= REJECTS_AT_ONCE) {
            writeRejects();
        }
    }

    private void writeRejects() {
        if (rejects.isEmpty()) {
            return;
        }
        quarantine.put(rejects.stream().map(sender::letter).toList());
        for (Outcome.Rejected rejected : rejects) {
            metrics.rejected(rejected.refusal().rule());
            report.add(new ItemResult.Rejected(rejected.place(), rejected.refusal(), null));
        }
        rejects.clear();
    }

    private static Outcome.Rejected oversize(UnderWay item) {
        Place place = item.result().place();
        Refusal refusal = Refusal.of(Rule.LIMIT, "the article is larger than the topic takes");
        return new Outcome.Rejected(place, item.excerpt(), refusal, item.source());
    }

    private static UnavailableException unavailable(@Nullable Throwable cause) {
        return cause instanceof UnavailableException known
                ? known
                : new UnavailableException("the log did not acknowledge an event", cause);
    }
}
