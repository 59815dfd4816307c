package dev.newswire.cli.dlq;

import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.schema.LetterDecision;
import dev.newswire.schema.LetterState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends dead letters again to where they came from, and notes that it did: in one transaction where they came from a
 * topic, so that a run that is killed and started again sends nothing twice.
 */
public final class Redrive {
    private static final int MOST_AT_ONCE = 100;
    private static final long MOST_BYTES_AT_ONCE = 16L * 1024 * 1024;
    private static final long SECOND = 1_000_000_000L;

    private final LetterReader reader;
    private final RedriveOptions options;
    private final Ticker ticker;
    private final NewerRecords newer = new NewerRecords();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Map<Verdict, Long> tally = Collections.synchronizedMap(new EnumMap<>(Verdict.class));
    private final List<Letter> batch = new ArrayList<>();
    private long batchBytes;
    private long nextAt;

    /** @param reader reads the letters */
    public Redrive(LetterReader reader, RedriveOptions options, Ticker ticker) {
        this.reader = reader;
        this.options = options;
        this.ticker = ticker;
        this.nextAt = ticker.nanos();
    }

    /** How many letters have met each verdict so far. */
    public Map<Verdict, Long> tally() {
        return tally;
    }

    /** Tells what would be done with each letter, and does nothing. */
    public void plan(Decisions decisions, java.util.function.BiConsumer<Letter, Verdict> sink) {
        each(decisions, letter -> {
            Verdict verdict = verdict(letter, decisions);
            count(verdict);
            sink.accept(letter, verdict);
        });
    }

    /**
     * Sends them.
     *
     * @param ingest takes what came over HTTP or from files
     * @param progress called now and then
     * @throws IllegalStateException if another run takes over or the ingest service is away; what was sent is noted
     */
    public void run(Map<String, Object> kafka, TopicSerdes serdes, IngestAgain ingest, Runnable progress) {
        try (LetterWriter writer = new LetterWriter(kafka, serdes)) {
            Decisions decisions = Decisions.read(kafka, serdes);
            each(decisions, letter -> {
                Verdict verdict = verdict(letter, decisions);
                if (verdict == Verdict.SENT) {
                    add(letter, writer, ingest);
                } else {
                    settle(letter, verdict, writer);
                }
                progress.run();
            });
            send(writer, ingest);
        }
    }

    private void each(Decisions decisions, Consumer<Letter> sink) {
        walk(letter -> {
            if (mayBeSent(letter, decisions)) {
                newer.want(letter);
            }
        });
        newer.read(reader::readFrom);
        walk(sink);
    }

    private void walk(Consumer<Letter> sink) {
        reader.read(options.topics(), options.filter().since(), letter -> {
            if (options.filter().takes(letter)) {
                sink.accept(letter);
            }
        });
    }

    private boolean mayBeSent(Letter letter, Decisions decisions) {
        return options.again() || decisions.of(letter) == LetterState.OPEN;
    }

    private Verdict verdict(Letter letter, Decisions decisions) {
        if (!mayBeSent(letter, decisions)) {
            return Verdict.DECIDED;
        }
        if (letter.attempts() >= options.maxAttempts()) {
            return Verdict.CAPPED;
        }
        if (letter.isCut() && options.value() == null) {
            return Verdict.CUT;
        }
        if (letter.origin().filter(origin -> !isThere(origin)).isPresent()) {
            return Verdict.HOMELESS;
        }
        return newer.overtake(letter) ? Verdict.SUPERSEDED : Verdict.SENT;
    }

    private boolean isThere(EventOrigin origin) {
        return origin.partition() < partitions.computeIfAbsent(origin.topic(), reader::partitions);
    }

    private void settle(Letter letter, Verdict verdict, LetterWriter writer) {
        count(verdict);
        if (verdict == Verdict.SUPERSEDED) {
            writer.write(
                    List.of(),
                    List.of(Decisions.decision(letter, LetterState.SUPERSEDED, null, letter.attempts(), null)));
        }
    }

    private void add(Letter letter, LetterWriter writer, IngestAgain ingest) {
        batch.add(letter);
        batchBytes += letter.value() == null ? 0 : letter.value().length;
        // A tenth of a second's worth, so that the rate is even and no transaction stays open while it is kept to.
        int most = Math.min(MOST_AT_ONCE, Math.max(1, options.rate() / 10));
        if (batch.size() >= most || batchBytes >= MOST_BYTES_AT_ONCE) {
            send(writer, ingest);
        }
    }

    private void send(LetterWriter writer, IngestAgain ingest) {
        await();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<LetterDecision> decided = new ArrayList<>();
        try {
            for (Letter kept : batch) {
                byte[] value = options.value();
                Letter letter = value == null ? kept : kept.withValue(value);
                if (letter.origin().isPresent()) {
                    records.add(Resent.record(letter, letter.origin().get()));
                    decided.add(redriven(letter, letter.way()));
                    continue;
                }
                boolean isTaken = ingest.send(letter, letter.attempts() + 1);
                decided.add(redriven(letter, ingest.address()));
                count(isTaken ? Verdict.SENT : Verdict.REFUSED);
            }
        } finally {
            writer.write(records, decided);
        }
        tally.merge(Verdict.SENT, (long) records.size(), Long::sum);
        nextAt = Math.max(nextAt, ticker.nanos() - SECOND) + batch.size() * SECOND / options.rate();
        batch.clear();
        batchBytes = 0;
    }

    private static LetterDecision redriven(Letter letter, String target) {
        return Decisions.decision(letter, LetterState.REDRIVEN, target, letter.attempts() + 1, null);
    }

    private void await() {
        long left = nextAt - ticker.nanos();
        if (left <= 0) {
            return;
        }
        try {
            ticker.sleep(Duration.ofNanos(left));
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private void count(Verdict verdict) {
        tally.merge(verdict, 1L, Long::sum);
    }
}
