package dev.newswire.ingest;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.http.SourcesHandler;
import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.kafka.KafkaSourceStates;
import dev.newswire.ingest.poll.PollService;
import dev.newswire.ingest.poll.PollSettings;
import dev.newswire.ingest.poll.SourceFile;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.TopicSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polling of sources with their states in Kafka, where a list of sources is set. */
final class Polling implements AutoCloseable {

    private final @Nullable PollService service;
    private final @Nullable KafkaSourceStates states;

    private Polling(@Nullable PollService service, @Nullable KafkaSourceStates states) {
        this.service = service;
        this.states = states;
    }

    /**
     * Looks whether polling could start, before anything else does.
     *
     * @throws dev.newswire.platform.config.SettingException if a setting or the list must be mended
     */
    static void check(Settings settings) {
        PollSettings polling = PollSettings.of(settings);
        FetchSettings fetch = FetchSettings.of(settings);
        if (!polling.sourcesFile().isEmpty()) {
            PollService.open(polling, fetch);
        }
    }

    /** Starts in the background; nothing is polled before the broker has given this instance its share. */
    static Polling start(
            Settings settings,
            TopicSerdes serdes,
            Intake intake,
            ArticleLog log,
            Quarantine quarantine,
            MeterRegistry metrics) {
        PollSettings polling = PollSettings.of(settings);
        FetchSettings fetch = FetchSettings.of(settings);
        if (polling.sourcesFile().isEmpty()) {
            return new Polling(null, null);
        }
        SourceFile file = PollService.open(polling, fetch);
        KafkaSourceStates states = KafkaSourceStates.start(settings.kafka(), serdes);
        return new Polling(
                PollService.start(file, states.states(), settings, intake, log, quarantine, metrics), states);
    }

    /** Shows to whom {@code access} knows how the sources fare. */
    SourcesHandler handler(Access access) {
        PollService polling = service;
        return polling == null
                ? new SourcesHandler(access, List::of, List::of)
                : new SourcesHandler(access, polling::sources, polling::mistakes);
    }

    /** Polls end before the sources are given to others. */
    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        if (states != null) {
            states.close();
        }
    }
}
