package dev.newswire.benchmarks.archives;

import dev.newswire.ingest.archive.ArchiveItem;
import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.archive.ArchiveReader;
import dev.newswire.ingest.archive.Capture;
import dev.newswire.ingest.archive.CaptureReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What was read of an archive.
 *
 * @param records that are whole
 * @param damaged places where something is lost
 * @param pages documents that may hold articles
 * @param altered whole records that are not what their digest says
 * @param bytes of the file
 * @param nanos it took
 */
record ArchiveResult(long records, long damaged, long pages, long altered, long bytes, long nanos) {

    private static final int DOCUMENT_BYTES = 10 * 1024 * 1024;

    /** Reads a file to its end. */
    static ArchiveResult of(Path file) throws IOException {
        CaptureReader captures = new CaptureReader(DOCUMENT_BYTES);
        long begin = System.nanoTime();
        long records = 0;
        long damaged = 0;
        long pages = 0;
        long altered = 0;
        try (FileChannel channel = FileChannel.open(file);
                ArchiveReader archive = new ArchiveReader(channel, DOCUMENT_BYTES, ArchivePosition.START)) {
            for (ArchiveItem item = archive.next(); item != null; item = archive.next()) {
                if (!(item instanceof ArchiveItem.Record record)) {
                    damaged++;
                    continue;
                }
                records++;
                Capture capture = captures.read(record, Instant.EPOCH);
                pages += capture instanceof Capture.Page ? 1 : 0;
                altered += capture instanceof Capture.Altered ? 1 : 0;
            }
        }
        return new ArchiveResult(records, damaged, pages, altered, Files.size(file), System.nanoTime() - begin);
    }

    /** Whether every whole record was read and every damage told, no more and no less. */
    boolean fits(ExpectedRecords expected) {
        return records == expected.intact() && damaged == expected.damaged();
    }
}
