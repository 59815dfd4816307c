package dev.newswire.ingest.folder;

import dev.newswire.ingest.intake.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a folder as soon as the system tells of a new file, and every few seconds anyway, since systems forget to
 * tell. One process holds a folder at a time.
 */
public final class WatchedFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final String LOCK = ".newswire.lock";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Path folder;
    private final Duration interval;
    private final FolderReader reader;
    private final BooleanSupplier mayRead;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "folder");
    private volatile String trouble = "";

    private WatchedFolder(Path folder, Duration interval, FolderReader reader, BooleanSupplier mayRead) {
        this.folder = folder;
        this.interval = interval;
        this.reader = reader;
        this.mayRead = mayRead;
    }

    /**
     * Starts watching in the background.
     *
     * @param mayRead whether the broker answers now
     */
    public static WatchedFolder start(
            Path folder, FolderSettings settings, FileIntake intake, BooleanSupplier mayRead, InstantSource clock) {
        FolderReader reader = new FolderReader(
                folder, settings.source(), intake, new Arrivals(settings.settle()), new Shelves(folder), clock);
        WatchedFolder watched = new WatchedFolder(folder, settings.interval(), reader, mayRead);
        watched.thread.setDaemon(true);
        watched.thread.start();
        return watched;
    }

    /** What it does now, in a few words for the operator. */
    public String detail() {
        String counts = reader.done() + " files done, " + reader.failed() + " failed";
        return "folder: " + (trouble.isEmpty() ? counts : counts + ", " + trouble);
    }

    /** Ends after the file that is being read, 10 s at most; a file that is cut off is read again at the next start. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isHeld(channel)) {
                trouble = "another process holds it";
                if (stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            watch();
        } catch (IOException broken) {
            trouble = "cannot be used: " + broken.getMessage();
            LOG.error("The folder {} cannot be used", folder, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private void watch() throws InterruptedException {
        try (WatchService watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (stopping.getCount() > 0) {
                look();
                rest(watcher);
            }
        } catch (IOException | UnsupportedOperationException deaf) {
            LOG.warn("The system does not tell of new files in {}: {}", folder, deaf.toString());
            do {
                look();
            } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Waits for news; a file that has just come is not complete yet, so that news shorten the wait but do not end it. */
    private void rest(WatchService watcher) throws InterruptedException {
        WatchKey key = watcher.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return;
        }
        key.pollEvents();
        key.reset();
        stopping.await(Math.min(interval.toMillis(), 250), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!mayRead.getAsBoolean()) {
            trouble = "waiting for the broker";
            return;
        }
        try {
            reader.readAll(() -> stopping.getCount() > 0);
            trouble = "";
        } catch (UnavailableException away) {
            trouble = "waiting for the broker";
            LOG.warn("A file waits for the broker: {}", away.getMessage());
        } catch (IOException broken) {
            trouble = "cannot be listed: " + broken.getMessage();
            LOG.warn("The folder {} cannot be listed: {}", folder, broken.toString());
        } catch (RuntimeException fault) {
            trouble = "a fault: " + fault;
            LOG.error("Reading the folder {} failed", folder, fault);
        }
    }
}
