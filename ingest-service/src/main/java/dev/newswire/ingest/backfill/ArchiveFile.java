package dev.newswire.ingest.backfill;

import dev.newswire.ingest.archive.ArchiveItem;
import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.archive.ArchiveReader;
import dev.newswire.ingest.archive.Capture;
import dev.newswire.ingest.archive.CaptureReader;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The records of a WARC or ARC file. */
final class ArchiveFile implements HistoryFile {

    /** A record holds a document in its encodings, with its headers. */
    private static final int HEADERS_BYTES = 1024 * 1024;

    private final FileChannel channel;
    private final ArchiveReader archive;
    private final CaptureReader captures;
    private final Readers readers;
    private final Instant fallback;

    /** @param fallback when records were fetched that do not tell */
    ArchiveFile(Path file, ArchivePosition from, int documentBytes, Readers readers, Instant fallback)
            throws IOException {
        this.channel = FileChannel.open(file);
        this.archive = open(channel, documentBytes, from);
        this.captures = new CaptureReader(documentBytes);
        this.readers = readers;
        this.fallback = fallback;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        ArchiveItem item = archive.next();
        if (item == null) {
            return null;
        }
        if (item instanceof ArchiveItem.Damage damage) {
            return new Entry.Damaged(damage.offset(), damage.reason());
        }
        return entry((ArchiveItem.Record) item);
    }

    @Override
    public ArchivePosition position() {
        return archive.position();
    }

    @Override
    public long offset() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        archive.close();
        channel.close();
    }

    private Entry entry(ArchiveItem.Record item) {
        Capture capture = captures.read(item, fallback);
        if (capture instanceof Capture.Page page) {
            return new Entry.Page(page.document().content().length, () -> readers.read(page.type(), page.document()));
        }
        if (capture instanceof Capture.Skipped skipped) {
            return new Entry.Skipped(skipped.reason());
        }
        if (capture instanceof Capture.Altered altered) {
            return new Entry.Damaged(item.offset(), altered.reason());
        }
        Capture.Refused refused = (Capture.Refused) capture;
        return new Entry.Refused(new Reading.Refused(refused.refusal(), Place.WHOLE, refused.excerpt()));
    }

    private static ArchiveReader open(FileChannel channel, int documentBytes, ArchivePosition from) throws IOException {
        try {
            return new ArchiveReader(channel, documentBytes + HEADERS_BYTES, from);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }
}
