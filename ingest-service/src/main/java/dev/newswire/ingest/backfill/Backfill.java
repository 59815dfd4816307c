package dev.newswire.ingest.backfill;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of history to their end, at its pace, and keeps account of every record. What is acknowledged is noted in
 * the state, so that another run goes on there; what was under way is sent again, and the lifecycle finds it unchanged.
 */
public final class Backfill {

    /** Where articles and dead letters go. */
    public record Lane(ArticleLog log, Quarantine quarantine, IntakeMetrics metrics) {}

    private final HistoryFiles files;
    private final Pace pace;
    private final BackfillState state;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final Batch batch;

    /**
     * @param source of lines that name none, or null
     * @param fetchedAt of lines and records that do not tell; null for the time of their file
     */
    public Backfill(
            BackfillSettings settings,
            Intake intake,
            Lane lane,
            Pace pace,
            BackfillState state,
            @Nullable String source,
            @Nullable Instant fetchedAt,
            Progress progress,
            InstantSource clock) {
        this.files = new HistoryFiles(settings, source, fetchedAt);
        this.pace = pace;
        this.state = state;
        this.progress = progress;
        this.batch = new Batch(lane.log(), lane.quarantine(), lane.metrics(), intake, clock, tally);
    }

    /**
     * Reads files and folders.
     *
     * @throws dev.newswire.platform.config.SettingException if one is not there or of another form
     * @throws dev.newswire.ingest.intake.UnavailableException if the broker does not take what is sent
     * @throws IOException if a file cannot be read
     */
    public Tally run(List<Path> places) throws IOException, InterruptedException {
        for (Path file : HistoryFiles.find(places)) {
            if (state.isDone(file)) {
                progress.skipped(file);
                continue;
            }
            try (HistoryFile history = files.open(file, state.position(file))) {
                read(file, history);
            }
        }
        return tally;
    }

    /** The account so far. */
    public Tally tally() {
        return tally;
    }

    private void read(Path file, HistoryFile history) throws IOException, InterruptedException {
        long size = Files.size(file);
        for (Entry entry = history.next(); entry != null; entry = history.next()) {
            take(file, entry, () -> progress.at(file, offset(history), size, tally));
            progress.at(file, offset(history), size, tally);
            if (batch.isFull()) {
                batch.settle();
                state.save(file, history.position(), false);
            }
        }
        batch.settle();
        state.save(file, history.position(), true);
        progress.at(file, size, size, tally);
    }

    private void take(Path file, Entry entry, Runnable whileWaiting) throws InterruptedException {
        if (entry instanceof Entry.Skipped skipped) {
            tally.countSkipped(skipped.reason());
            return;
        }
        if (entry instanceof Entry.Damaged damaged) {
            tally.countDamaged(file.getFileName() + " at " + damaged.offset() + ": " + damaged.reason());
            return;
        }
        if (entry instanceof Entry.Refused refused) {
            tally.countRefused();
            batch.add(List.of(refused.reading()));
            return;
        }
        Entry.Page page = (Entry.Page) entry;
        pace.await(page.bytes(), whileWaiting);
        tally.countPage();
        pace.took(batch.add(page.reader().read()));
    }

    private static long offset(HistoryFile history) {
        try {
            return history.offset();
        } catch (IOException unknown) {
            return 0;
        }
    }
}
