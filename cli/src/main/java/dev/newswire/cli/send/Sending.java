package dev.newswire.cli.send;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.cli.client.Upload;
import dev.newswire.ingest.encoding.PackedInput;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Sniffer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends inputs one after the other: lines in batches, each acknowledged before the next; documents whole. */
public final class Sending {
    /** The service would refuse larger documents anyway. */
    private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;

    /** As the service takes for bodies that are packed, unless it is set to another ratio. */
    private static final int MOST_EXPANSION = 100;

    private final SendOptions options;
    private final Courier courier;
    private final Checkpoints checkpoints;
    private final Progress progress;
    private final InputStream standardInput;
    private final Tally tally = new Tally();
    private long sentNow;
    private boolean remembers = true;

    Sending(SendOptions options, IngestClient client, Progress progress, Courier.Rest rest, InputStream standardInput) {
        this.options = options;
        this.courier = new Courier(client, options.patience(), rest, progress::notice);
        this.checkpoints = new Checkpoints(options.stateFolder(), client.baseUrl());
        this.progress = progress;
        this.standardInput = standardInput;
    }

    /** To this service, telling how it goes on standard error. */
    public static Sending to(IngestClient client, SendOptions options, java.io.PrintWriter err) {
        Progress progress = new Progress(err, Terminal.isStandardError(), System::nanoTime);
        return new Sending(options, client, progress, pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()), System.in);
    }

    /** Where it is remembered, unless told otherwise, how far inputs were acknowledged. */
    public static Path standardStateFolder(Map<String, String> environment) {
        return Checkpoints.standardFolder(environment);
    }

    /**
     * Sends what the arguments stand for: files, folders, {@code -} for standard input.
     *
     * @return what became of it; the same object as {@link #soFar()}
     * @throws GaveUpException if the service stayed away
     * @throws dev.newswire.platform.config.SettingException if an argument or the token must be mended
     */
    public Tally send(List<Path> arguments) {
        try {
            for (Input input : Input.of(arguments)) {
                sendOne(input);
            }
            return tally;
        } finally {
            progress.end();
        }
    }

    /** What has become of what was sent so far. */
    public Tally soFar() {
        return tally;
    }

    private void sendOne(Input input) {
        try (CountingInput stored = new CountingInput(input.open(standardInput));
                InputStream content =
                        new BufferedInputStream(PackedInput.open(stored, MOST_EXPANSION), Sniffer.WINDOW_BYTES)) {
            content.mark(Sniffer.WINDOW_BYTES);
            byte[] head = content.readNBytes(Sniffer.WINDOW_BYTES);
            content.reset();
            if (options.contentType() == null && Sniffer.typeOf(head) == DocumentType.ARCHIVE) {
                tally.unread(input.name(), "is an archive (WARC, ARC): bring it in with newswire backfill");
            } else if (isLines(head)) {
                sendLines(input, stored, content);
            } else {
                sendDocument(input, content);
            }
        } catch (IOException e) {
            tally.unread(input.name(), "cannot be read: " + e.getMessage());
        }
    }

    private boolean isLines(byte[] head) {
        return options.contentType() == null
                ? Sniffer.typeOf(head) == DocumentType.NDJSON
                : options.contentType().startsWith(Upload.LINES);
    }

    private void sendDocument(Input input, InputStream content) throws IOException {
        byte[] document = content.readNBytes(LARGEST_DOCUMENT + 1);
        if (document.length > LARGEST_DOCUMENT) {
            tally.unread(input.name(), "is larger than " + LARGEST_DOCUMENT + " bytes; send one article a line");
            return;
        }
        String type = options.contentType() == null ? Upload.ANY_TYPE : options.contentType();
        SendResult result = courier.deliver(upload(input, document, type, 0));
        tally.add(input.name(), result);
        sentNow += result.accepted() + result.rejected();
        progress.at(input.name(), document.length, input.size(), sentNow, tally.rejected());
    }

    private void sendLines(Input input, CountingInput stored, InputStream content) throws IOException {
        LineBatches batches = new LineBatches(content);
        Checkpoint reached = start(input);
        batches.skip(reached.offset(), reached.lines());
        tally.add(reached);
        for (LineBatches.Batch batch = batches.next(); batch != null; batch = batches.next()) {
            SendResult result = batch.isBlank()
                    ? new SendResult(0, 0, List.of())
                    : courier.deliver(upload(input, batch.bytes(), Upload.LINES, batch.linesBefore()));
            tally.add(input.name(), result);
            sentNow += result.accepted() + result.rejected();
            reached = new Checkpoint(
                    batch.end(),
                    batch.linesBefore() + batch.lines(),
                    reached.accepted() + result.accepted(),
                    reached.rejected() + result.rejected());
            remember(input, reached);
            progress.at(input.name(), stored.count(), input.size(), sentNow, tally.rejected());
        }
        forget(input);
    }

    private Checkpoint start(Input input) throws IOException {
        return options.resume() && input.file().isPresent()
                ? checkpoints.find(input.file().get()).orElse(Checkpoint.START)
                : Checkpoint.START;
    }

    /** Articles are worth more than checkpoints: where these cannot be kept, the input is sent all the same. */
    private void remember(Input input, Checkpoint reached) {
        if (input.file().isEmpty() || !remembers) {
            return;
        }
        try {
            checkpoints.put(input.file().get(), reached);
        } catch (IOException e) {
            remembers = false;
            progress.notice("--resume will not work: " + options.stateFolder() + " cannot be written (" + e + ")");
        }
    }

    private void forget(Input input) {
        try {
            if (input.file().isPresent()) {
                checkpoints.remove(input.file().get());
            }
        } catch (IOException e) {
            progress.notice("A checkpoint in " + options.stateFolder() + " cannot be removed (" + e + ")");
        }
    }

    private Upload upload(Input input, byte[] body, String type, long linesBefore) throws IOException {
        @Nullable Instant given = options.fetchedAt();
        Instant fetchedAt = given == null ? input.fetchedAt() : given;
        return new Upload(
                BodyPublishers.ofByteArray(body), type, options.source(), options.url(), fetchedAt, linesBefore);
    }
}
