package dev.newswire.ingest.intake;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.RefusalException;
import dev.newswire.platform.serde.TrustedRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the readings of a document into events. Safe for use by several threads. */
public final class Intake {

    /** What normalising made of a reading. */
    private sealed interface Attempt {
        record Drafted(Draft draft, List<Integer> related) implements Attempt {}

        record Failed(Refusal refusal, @Nullable String source) implements Attempt {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Normaliser normaliser;
    private final Receipts receipts = new Receipts();

    /** Within these limits. */
    public Intake(Limits limits) {
        TrustedRecords.trust();
        this.normaliser = new Normaliser(limits);
    }

    /**
     * One outcome for each reading, in their order; articles that name others on the same page carry their ids.
     *
     * @param source of the request, for what is too broken to tell its own
     */
    public List<Outcome> prepare(List<Reading> readings, @Nullable String source, Instant receivedAt) {
        List<Attempt> attempts = new ArrayList<>();
        for (Reading reading : readings) {
            attempts.add(attempt(reading, source, receivedAt));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            outcomes.add(outcome(readings.get(i), attempts.get(i), attempts));
        }
        return outcomes;
    }

    private Attempt attempt(Reading reading, @Nullable String source, Instant receivedAt) {
        if (reading instanceof Reading.Refused refused) {
            return new Attempt.Failed(refused.refusal(), refused.source() == null ? source : refused.source());
        }
        Reading.Found found = (Reading.Found) reading;
        try {
            Draft draft = normaliser.normalise(found.article(), found.warnings(), receivedAt);
            draft.receivedAt(receipts.assign(draft.articleId(), receivedAt));
            return new Attempt.Drafted(draft, found.related());
        } catch (RefusalException refused) {
            return failed(found, refused.refusal(), source);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("Failed to normalise an article", fault);
            return failed(found, Refusal.of(fault), source);
        }
    }

    private static Attempt failed(Reading.Found found, Refusal refusal, @Nullable String requestSource) {
        String stated = found.article().getSource();
        return new Attempt.Failed(refusal, SourceName.isValid(stated) ? stated : requestSource);
    }

    private static Outcome outcome(Reading reading, Attempt attempt, List<Attempt> attempts) {
        if (attempt instanceof Attempt.Failed failed) {
            return new Outcome.Rejected(reading.place(), reading.excerpt(), failed.refusal(), failed.source());
        }
        Attempt.Drafted drafted = (Attempt.Drafted) attempt;
        List<String> siblings = new ArrayList<>();
        for (int index : drafted.related()) {
            if (attempts.get(index) instanceof Attempt.Drafted sibling) {
                siblings.add(sibling.draft().articleId());
            }
        }
        return new Outcome.Ready(
                reading.place(), reading.excerpt(), drafted.draft().finish(siblings));
    }
}
