package dev.newswire.cli.reenrich;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.cli.reenrich.CurrentArticles.Shown;
import dev.newswire.enrich.EnrichTopology;
import dev.newswire.enrich.TableRecogniser;
import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.ingest.kafka.GroupLag;
import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Asks the enrich service to read articles anew, or tells what that would change. */
public final class ReEnrichRun implements AutoCloseable {
    private final Map<String, Object> kafka;
    private final AvroTopicSerdes serdes;
    private final CurrentArticles articles;
    private final TableRecogniser recogniser;
    private final ArticleFilter filter;
    private final boolean all;
    private final byte[] runId = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final ReEnrichTally tally = new ReEnrichTally();

    /**
     * @param kafka client properties
     * @param recogniser knows the definitions as they are now
     * @param all whether also articles are taken that were read by the rules of the recogniser
     */
    public ReEnrichRun(Map<String, Object> kafka, TableRecogniser recogniser, ArticleFilter filter, boolean all) {
        this.kafka = kafka;
        this.serdes = AvroTopicSerdes.from(kafka);
        this.recogniser = recogniser;
        this.filter = filter;
        this.all = all;
        this.articles = new CurrentArticles(kafka, serdes);
    }

    /** What the run has come to so far. */
    public ReEnrichTally tally() {
        return tally;
    }

    /** Compares, and writes nothing. */
    public void compare(Consumer<EntityDifference> differences, Runnable progress) {
        articles.forEach(shown -> {
            if (isTaken(shown.article())) {
                EnrichedArticle article = shown.article();
                EntityDifference difference = EntityDifference.between(
                        article,
                        recogniser
                                .recognise(article.getTitle(), article.getBody(), article.getLanguage())
                                .entities());
                if (!difference.isEmpty()) {
                    tally.change(1);
                    differences.accept(difference);
                }
            }
            progress.run();
        });
    }

    /** Sends the articles that are meant; returns when the broker has all of them. */
    public void send(Throttle throttle, Runnable progress) {
        AtomicReference<KafkaException> failure = new AtomicReference<>();
        try (KafkaProducer<String, EnrichedArticle> producer = new KafkaProducer<>(
                producer(), new StringSerializer(), serdes.of(Topics.REENRICH).serializer())) {
            articles.forEach(shown -> {
                if (isTaken(shown.article())) {
                    await(throttle);
                    producer.send(request(shown), (place, problem) -> note(problem, failure));
                }
                progress.run();
            });
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /**
     * Waits until the enrich service has read everything that was sent, and counts what it wrote.
     *
     * @param patience how long it may stand still
     * @return articles that it has not read yet: 0 unless it stands still
     */
    public long awaitReading(Ticker ticker, Duration patience, Runnable progress) throws InterruptedException {
        try (GroupLag requests = GroupLag.connect(kafka, Topics.REENRICH, EnrichTopology.APPLICATION_ID)) {
            long lag = requests.lag();
            long movedAt = ticker.nanos();
            while (lag > 0 && ticker.nanos() - movedAt < patience.toNanos()) {
                ticker.sleep(Duration.ofMillis(250));
                progress.run();
                long now = requests.lag();
                movedAt = now < lag ? ticker.nanos() : movedAt;
                lag = now;
            }
            tally.change(written());
            return lag;
        }
    }

    @Override
    public void close() {
        articles.close();
    }

    private boolean isTaken(EnrichedArticle article) {
        tally.look();
        if (!filter.takes(article)) {
            tally.filter();
            return false;
        }
        if (!all && article.getRulesVersion().equals(recogniser.rulesVersion())) {
            tally.skip();
            return false;
        }
        tally.take();
        return true;
    }

    private ProducerRecord<String, EnrichedArticle> request(Shown shown) {
        Headers headers = new RecordHeaders();
        EventHeaders.copy(shown.headers(), headers);
        headers.remove(EventHeaders.REENRICH_RUN);
        headers.add(EventHeaders.REENRICH_RUN, runId);
        return new ProducerRecord<>(
                Topics.REENRICH.name(), null, shown.article().getArticleId(), shown.article(), headers);
    }

    private long written() {
        long[] count = new long[1];
        try (TopicReader reader = new TopicReader(kafka, List.of(Topics.ENRICHED.name()))) {
            Map<TopicPartition, Long> from = articles.ends();
            reader.seek(from);
            reader.readToEnd(record -> {
                Header run = record.headers().lastHeader(EventHeaders.REENRICH_RUN);
                count[0] += run != null && Arrays.equals(run.value(), runId) ? 1 : 0;
            });
        }
        return count[0];
    }

    private Map<String, Object> producer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MESSAGE_BYTES);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "newswire-re-enrich");
        return properties;
    }

    private static void await(Throttle throttle) {
        try {
            throttle.await();
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private static void note(@Nullable Exception problem, AtomicReference<KafkaException> failure) {
        if (problem != null) {
            failure.compareAndSet(null, problem instanceof KafkaException known ? known : new KafkaException(problem));
        }
    }
}
