package dev.newswire.cli.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.cli.client.Upload;
import dev.newswire.cli.client.ValueTopic;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.FeedDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Defines a feed of its own, plays the sequence to it, holds the consumer's report against it, and takes the feed back. */
public final class Verification implements Sequence.Pipeline {
    private static final long PAUSE_MS = 50;

    private final ValueTopic<FeedDefinition> definitions;
    private final IngestClient ingest;
    private final Clock clock;
    private final String feedId;
    private final ConsumerView view;

    /**
     * @param feedId of the feed that the consumer reads
     * @param clock what revisions and the embargo count from
     */
    public Verification(ValueTopic<FeedDefinition> definitions, IngestClient ingest, Clock clock, String feedId) {
        this.definitions = definitions;
        this.ingest = ingest;
        this.clock = clock;
        this.feedId = feedId;
        this.view = new ConsumerView(feedId, clock);
    }

    /** Reads the report from a stream. */
    public ReportChannel reportFrom(InputStream in) {
        return ReportChannel.ofStream(in, view);
    }

    /** Reads the report from a file that grows. */
    public ReportChannel reportFrom(Path file) {
        return ReportChannel.ofFile(file, view);
    }

    /** Takes the report by POST. */
    public ReportChannel reportFrom(int port) {
        return ReportChannel.ofRequests(port, view);
    }

    /**
     * Plays the sequence.
     *
     * @param patience how long the consumer may take for a step
     * @param embargo how long an article is held back
     * @param told one line for each step
     * @return whether the consumer passes
     */
    public boolean run(Duration patience, Duration embargo, Consumer<String> told) {
        Map<String, @Nullable FeedDefinition> defined = new HashMap<>();
        defined.put(feedId, definition());
        definitions.write(defined);
        List<Sequence.Step> steps = new Sequence(
                        this,
                        view,
                        clock,
                        new Sequence.Times(patience, embargo),
                        step -> told.accept(line(step)),
                        feedId,
                        Long.toString(clock.millis(), Character.MAX_RADIX))
                .play();
        defined.put(feedId, null);
        definitions.write(defined);
        view.complaints().forEach(told);
        if (view.lines() == 0) {
            told.accept("The consumer reported nothing: it prints lines of the form " + Report.FORM);
        }
        return view.complaints().isEmpty()
                && steps.stream().allMatch(step -> step.mistake().isEmpty());
    }

    @Override
    public void send(ObjectNode article) {
        try {
            Upload upload =
                    new Upload(BodyPublishers.ofString(article + "\n"), Upload.LINES, null, null, clock.instant(), 0);
            require(ingest.post(upload).result());
        } catch (IOException e) {
            throw new SettingException("The ingest service at " + ingest.baseUrl()
                    + " does not answer. Start one with `newswire local`, or name another with --ingest-url.");
        }
    }

    @Override
    public void retract(String articleId) {
        require(ingest.retract(articleId, "error"));
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > giveUpAt) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the consumer", e);
        }
    }

    private static void require(SendResult result) {
        if (result.rejected() > 0) {
            throw new SettingException(
                    "The ingest service refuses the test articles: " + String.join(" ", result.errors()));
        }
    }

    private FeedDefinition definition() {
        return FeedDefinition.newBuilder()
                .setFeedId(feedId)
                .setTitle("Check of a consumer")
                .setSources(List.of(feedId))
                .build();
    }

    private static String line(Sequence.Step step) {
        return step.mistake()
                .map(mistake -> "FAILED  " + step.name() + ": " + mistake)
                .orElse("passed  " + step.name());
    }
}
