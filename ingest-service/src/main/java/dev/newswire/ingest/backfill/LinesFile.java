package dev.newswire.ingest.backfill;

import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.LineInput;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON file, plain or gzip: history that another system has exported. */
final class LinesFile implements HistoryFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel channel;
    private final LineInput lines;
    private final Readers readers;
    private final Origin origin;
    private final int lineBytes;
    private long passed;
    private boolean isBroken;

    /** @param origin of articles that do not tell theirs */
    LinesFile(Path file, boolean isGzip, ArchivePosition from, int lineBytes, Readers readers, Origin origin)
            throws IOException {
        this.channel = FileChannel.open(file);
        this.readers = readers;
        this.origin = origin;
        this.lineBytes = lineBytes;
        InputStream plain = Channels.newInputStream(channel);
        this.lines = new LineInput(isGzip ? new GZIPInputStream(plain, BUFFER_BYTES) : plain, lineBytes);
        while (passed < from.items() && next() != null) {
            // Those were read before.
        }
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (isBroken) {
            return null;
        }
        try {
            LineInput.Line line = lines.next();
            passed += line == null ? 0 : 1;
            return line == null ? null : entry(line);
        } catch (java.io.EOFException | java.util.zip.ZipException broken) {
            isBroken = true;
            passed++;
            return new Entry.Damaged(channel.position(), "gzip data is damaged; what follows is lost");
        }
    }

    @Override
    public ArchivePosition position() {
        return new ArchivePosition(0, passed, 0);
    }

    @Override
    public long offset() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Entry entry(LineInput.Line line) {
        int item = (int) Math.min(Integer.MAX_VALUE, passed);
        if (line.isTooLong()) {
            Refusal refusal = Refusal.of(
                    Rule.LIMIT, "the line has " + line.length() + " bytes, at most " + lineBytes + " are taken");
            return new Entry.Refused(new Reading.Refused(
                    refusal, new Place(item, "", line.number()), Excerpt.beginning(line.bytes(), line.length())));
        }
        Document document = new Document(line.bytes(), origin);
        return new Entry.Page(line.length(), () -> List.of(readers.readLine(document, item, line.number())));
    }
}
