package dev.newswire.integration.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.cli.audit.Auditor;
import dev.newswire.cli.operate.LagReport;
import dev.newswire.cli.operate.Service;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.platform.lag.LagReader;
import dev.newswire.platform.lag.PartitionLag;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

/**
 * What is promised whatever breaks. Nothing that was acknowledged is lost; nothing comes out twice; the revisions of an
 * article come out in their order; every event has exactly one fate.
 */
public final class Guarantees implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(300);
    private final Map<String, Object> kafka;
    private final Observed observed;
    private final Auditor auditor;
    private final long repeatedBefore;

    private Guarantees(Map<String, Object> kafka) {
        this.kafka = kafka;
        observed = new Observed(kafka);
        auditor = new Auditor(kafka, AvroTopicSerdes.from(kafka));
        repeatedBefore = auditor.balance().repeated();
    }

    /** @param kafka client properties */
    public static Guarantees of(Map<String, Object> kafka) {
        return new Guarantees(kafka);
    }

    /** Waits until all that was sent has come out, and asserts that all promises were kept. */
    public void hold(Load.Sent sent) {
        assertThat(sent.revisions()).as("articles that were acknowledged").isNotEmpty();
        nothingIsLost(sent);
        everyEventHasAFate();
        nothingIsDoubledAndTheOrderIsKept(sent);
        feedsAreWhole();
    }

    /** How many articles came out. */
    long published(Load.Sent sent) {
        return sent.revisions().keySet().stream()
                .filter(articleId -> !observed.revisions(articleId).isEmpty())
                .count();
    }

    /** Waits until the audit reconciles; asserts that no event was processed twice. */
    public Ledger.Balance everyEventHasAFate() {
        await(
                "every event has a fate",
                () -> assertThat(auditor.balance().missing()).isEmpty());
        Ledger.Balance balance = auditor.balance();
        assertThat(balance.repeated()).as("fates given again").isEqualTo(repeatedBefore);
        return balance;
    }

    @Override
    public void close() {
        observed.close();
        auditor.close();
    }

    private void nothingIsLost(Load.Sent sent) {
        String feed = "source/" + sent.source();
        await("everything of " + sent.source() + " comes out", () -> {
            observed.update();
            assertThat(only(sent.revisions().keySet(), observed.feeds().articlesIn(feed)))
                    .as("acknowledged, and not in the feed")
                    .isEmpty();
            assertThat(only(observed.feeds().articlesIn(feed), sent.revisions().keySet()))
                    .as("in the feed, and never acknowledged")
                    .isEmpty();
            assertThat(withoutTheirLastRevision(sent))
                    .as("not enriched in the last revision that was acknowledged")
                    .isEmpty();
        });
    }

    private void nothingIsDoubledAndTheOrderIsKept(Load.Sent sent) {
        observed.update();
        assertThat(sent.revisions())
                .allSatisfy((articleId, last) -> assertThat(observed.revisions(articleId))
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .endsWith(last));
    }

    private void feedsAreWhole() {
        await("snapshots agree with entries", () -> {
            observed.update();
            assertThat(observed.feeds().sizesThatDiffer()).isEmpty();
        });
        assertThat(observed.feeds().duplicates()).isEmpty();
    }

    private Set<String> withoutTheirLastRevision(Load.Sent sent) {
        return sent.revisions().entrySet().stream()
                .filter(article -> !observed.revisions(article.getKey()).contains(article.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> only(Set<String> these, Set<String> notThose) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(notThose);
        return left;
    }

    /** What did not come within its time is late or lost: where records wait tells which. */
    private void await(String what, ThrowingRunnable assertion) {
        try {
            Awaitility.await(what).atMost(Node.PATIENCE).pollInterval(POLL).untilAsserted(assertion);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\n" + state(), e);
        }
    }

    private String state() {
        StringWriter out = new StringWriter();
        Map<Service, List<PartitionLag>> lags = new LinkedHashMap<>();
        try (LagReader reader = new LagReader(kafka)) {
            Service.ALL.forEach(service -> lags.put(service, reader.read(service.group(), service.topics())));
        }
        new LagReport(Instant.now(), lags).print(new PrintWriter(out), true);
        Ledger.Balance balance = auditor.balance();
        return out + "events: " + balance.total() + ", without a fate: "
                + balance.missing().size() + ", fates given again: " + balance.repeated();
    }
}
