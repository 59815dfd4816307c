package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox, being read by a thread of its own. */
public final class Inbox implements AutoCloseable {
    /** Consumer group of the instances that read it. */
    public static final String GROUP = "news-ingest";

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long READY_POLL_MS = 100;

    /** Longer waiting would be done by the loop, which keeps its place in the group. */
    private static final int REGISTRY_PATIENCE_MS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final InboxWriter writer;
    private final InboxLoop loop;
    private final BooleanSupplier mayStart;
    private final java.util.function.Consumer<Throwable> onFault;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "inbox");

    private Inbox(
            Consumer<byte[], byte[]> consumer,
            InboxWriter writer,
            InboxLoop loop,
            BooleanSupplier mayStart,
            java.util.function.Consumer<Throwable> onFault) {
        this.consumer = consumer;
        this.writer = writer;
        this.loop = loop;
        this.mayStart = mayStart;
        this.onFault = onFault;
    }

    /**
     * Starts reading in the background.
     *
     * @param kafka client properties
     * @param instance name of this instance, the same after a restart and no other's
     * @param intake for this alone: its times of receipt run by the broker's clock
     * @param mayStart whether broker and registry have answered and know our topics, so that a registry that is another's
     *     cannot make poison of everything
     * @param onFault told when nothing more can be read before a restart
     */
    public static Inbox start(
            Map<String, Object> kafka,
            String instance,
            InboxSettings settings,
            Intake intake,
            IntakeMetrics metrics,
            BooleanSupplier mayStart,
            java.util.function.Consumer<Throwable> onFault) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("newswire.registry.retry.timeout.ms", REGISTRY_PATIENCE_MS);
        TopicSerdes serdes = AvroTopicSerdes.from(configuration);
        InboxDecoder decoder = new InboxDecoder(serdes.of(Topics.INBOX).deserializer(), settings.recordBytes());
        InboxWriter writer = new InboxWriter(
                () -> InboxClients.producer(kafka, instance),
                new InboxEvents(serdes.of(Topics.RAW).serializer()),
                new InboxLetters(serdes.of(Topics.FATE).serializer()));
        Consumer<byte[], byte[]> consumer = InboxClients.consumer(kafka);
        consumer.subscribe(List.of(Topics.INBOX.name()));
        InboxReader reader = new InboxReader(decoder, intake, InstantSource.system());
        InboxLoop loop = new InboxLoop(consumer, reader, writer, metrics, new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
        Inbox inbox = new Inbox(consumer, writer, loop, mayStart, onFault);
        inbox.thread.setDaemon(true);
        inbox.thread.start();
        return inbox;
    }

    /** What it does now, in a few words for the operator. */
    public String detail() {
        return "inbox: " + loop.detail();
    }

    /** Ends after the transaction under way, 10 s at most. */
    @Override
    public void close() {
        stopping.countDown();
        loop.stop();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!mayStart.getAsBoolean()) {
                if (stopping.await(READY_POLL_MS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            loop.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Error fault) {
            LOG.error("The inbox cannot be read any more", fault);
            onFault.accept(fault);
        } finally {
            writer.close();
            consumer.close();
        }
    }
}
