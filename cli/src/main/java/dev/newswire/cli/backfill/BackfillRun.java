package dev.newswire.cli.backfill;

import dev.newswire.enrich.EnrichTopology;
import dev.newswire.ingest.backfill.Backfill;
import dev.newswire.ingest.backfill.BackfillSettings;
import dev.newswire.ingest.backfill.BackfillState;
import dev.newswire.ingest.backfill.Pace;
import dev.newswire.ingest.backfill.Progress;
import dev.newswire.ingest.backfill.Tally;
import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.kafka.GroupLag;
import dev.newswire.ingest.kafka.KafkaQuarantine;
import dev.newswire.ingest.kafka.RawPublisher;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backfill with its connections: its own producer on the lane for history, and an eye on the live lane. */
public final class BackfillRun implements AutoCloseable {
    private final BackfillSettings settings;
    private final RawPublisher publisher;
    private final KafkaQuarantine quarantine;
    private final GroupLag live;
    private final Pace pace;
    private final BackfillState state;
    private final @Nullable String source;
    private final @Nullable Instant fetchedAt;

    private BackfillRun(
            BackfillSettings settings,
            Map<String, Object> kafka,
            Path stateFile,
            @Nullable String source,
            @Nullable Instant fetchedAt) {
        this.settings = settings;
        this.state = BackfillState.open(stateFile);
        this.source = source;
        this.fetchedAt = fetchedAt;
        AvroTopicSerdes serdes = AvroTopicSerdes.from(kafka);
        this.publisher = RawPublisher.connect(kafka, serdes, Topics.BACKFILL);
        // Runs with states of their own may go on side by side; one transactional writer must not fence the other.
        String instance =
                "backfill-" + Integer.toHexString(stateFile.toAbsolutePath().hashCode());
        this.quarantine = KafkaQuarantine.connect(kafka, serdes, instance);
        this.live = GroupLag.connect(kafka, Topics.RAW, EnrichTopology.APPLICATION_ID);
        this.pace = new Pace(settings, live, Ticker.SYSTEM);
    }

    /**
     * Connects.
     *
     * @param stateFile where it is noted how far each file is done
     * @param source of lines that name none, or null
     * @param fetchedAt of lines and records that do not tell; null for the time of their file
     * @throws dev.newswire.platform.config.SettingException if a setting or the state must be mended
     */
    public static BackfillRun connect(
            Settings settings, Path stateFile, @Nullable String source, @Nullable Instant fetchedAt) {
        return new BackfillRun(BackfillSettings.of(settings), settings.kafka(), stateFile, source, fetchedAt);
    }

    /**
     * Asks the broker once, so that nobody waits for one that is not there.
     *
     * @throws dev.newswire.ingest.intake.UnavailableException if it does not answer within seconds
     */
    public void requireBroker() {
        try {
            live.lag();
        } catch (UnavailableException e) {
            throw new UnavailableException(
                    "The broker does not answer. Start it, or name it with --bootstrap-server", e.getCause());
        }
    }

    /** What holds it back. */
    public Pace pace() {
        return pace;
    }

    /** Reads files and folders to their end. */
    public Tally read(List<Path> places, Progress progress) throws IOException, InterruptedException {
        IntakeMetrics metrics = new IntakeMetrics(ServiceMetrics.create("backfill"));
        Backfill.Lane lane = new Backfill.Lane(publisher, quarantine, metrics);
        return new Backfill(
                        settings,
                        new Intake(Limits.STANDARD),
                        lane,
                        pace,
                        state,
                        source,
                        fetchedAt,
                        progress,
                        InstantSource.system())
                .run(places);
    }

    @Override
    public void close() {
        live.close();
        quarantine.close();
        publisher.close();
    }
}
