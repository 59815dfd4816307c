package dev.newswire.publish;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.TopicTail;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.operate.BrokerStore;
import dev.newswire.publish.operate.FateTally;
import dev.newswire.publish.operate.HealthChecks;
import dev.newswire.publish.operate.PipelineStatus;
import dev.newswire.publish.read.ArticleFinder;
import dev.newswire.publish.search.SearchIndex;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What this instance knows besides its stores: the newest articles by their words, and how the pipeline does. */
final class Views implements AutoCloseable {
    /** Fates before the end of each partition that are counted at the start. */
    private static final int FATES = 5_000;

    private final SearchIndex index;
    private final FateTally fates = new FateTally();
    private final BrokerStore brokers;
    private final HealthChecks health;
    private final TopicTail<EnrichedArticle> articleTail;
    private final TopicTail<ArticleFate> fateTail;

    private Views(Settings settings, OperatorSettings operator) {
        AvroTopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        this.index = new SearchIndex(operator.searchArticles());
        this.brokers = new BrokerStore(settings.kafka());
        this.health = new HealthChecks(operator.services());
        this.articleTail = TopicTail.start(
                Topics.ENRICHED,
                settings.kafka(),
                serdes.of(Topics.ENRICHED),
                operator.searchBacklog(),
                new ReadableRecords<>(this::take));
        this.fateTail = TopicTail.start(
                Topics.FATE, settings.kafka(), serdes.of(Topics.FATE), FATES, new ReadableRecords<>(this::count));
    }

    /** Begins to read in the background. */
    static Views start(Settings settings, OperatorSettings operator) {
        return new Views(settings, operator);
    }

    /** Finds among the newest articles. */
    ArticleFinder finder(Clock clock) {
        return (words, limit) -> index.find(words, limit, clock.instant());
    }

    /** What became of events lately. */
    FateTally fates() {
        return fates;
    }

    /** Asks brokers and services. */
    PipelineStatus status() {
        return new PipelineStatus(brokers.groups(), brokers.deadLetters(), health.ask());
    }

    @Override
    public void close() {
        articleTail.close();
        fateTail.close();
        brokers.close();
    }

    private void take(String articleId, @Nullable EnrichedArticle article) {
        if (article == null) {
            index.remove(articleId);
        } else {
            index.put(article);
        }
    }

    private void count(String articleId, @Nullable ArticleFate fate) {
        if (fate != null) {
            fates.add(fate);
        }
    }
}
