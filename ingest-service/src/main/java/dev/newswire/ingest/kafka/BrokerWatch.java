package dev.newswire.ingest.kafka;

import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker now and then whether our topics can be written, so that readiness is known before a sender finds out. */
public final class BrokerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> TOPICS = List.of(Topics.RAW, Topics.INGEST_DLQ, Topics.FATE).stream()
            .map(Topic::name)
            .toList();

    private final Admin admin;
    private final Runnable warmUp;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(BrokerWatch::daemon);
    private volatile Health health = Health.starting("waiting for the broker");
    private boolean isWarm;

    private BrokerWatch(Admin admin, Runnable warmUp) {
        this.admin = admin;
        this.warmUp = warmUp;
    }

    /**
     * Starts asking.
     *
     * @param warmUp what must have succeeded once, after the broker answered, before the service is ready
     */
    public static BrokerWatch start(Map<String, Object> kafka, Runnable warmUp) {
        BrokerWatch watch = new BrokerWatch(Admin.create(kafka), warmUp);
        watch.thread.scheduleWithFixedDelay(watch::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** What was found last. */
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void ask() {
        Health found = find();
        if (!found.equals(health)) {
            LOG.info("{}", found.detail());
        }
        health = found;
    }

    private Health find() {
        try {
            admin.describeTopics(TOPICS).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!isWarm) {
                warmUp.run();
                isWarm = true;
            }
            return Health.up("broker and topics answer");
        } catch (ExecutionException failure) {
            return Health.starting(
                    failure.getCause() instanceof UnknownTopicOrPartitionException
                            ? "topics are missing: create them with newswire topics --apply"
                            : "the broker does not answer");
        } catch (TimeoutException failure) {
            return Health.starting("the broker does not answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.starting("stopping");
        } catch (RuntimeException failure) {
            // A thread that ends here would leave the last answer standing for ever.
            LOG.debug("Warming up failed", failure);
            return Health.starting("the schema registry does not answer");
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "broker-watch");
        thread.setDaemon(true);
        return thread;
    }
}
