package dev.newswire.benchmarks.fuzz;

import dev.newswire.ingest.archive.ArchiveItem;
import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.archive.ArchiveReader;
import dev.newswire.ingest.archive.Capture;
import dev.newswire.ingest.archive.CaptureReader;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives: records, captures, readers, intake, serialisation; and going on in the middle. */
final class ArchiveTarget implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");

    /** Small, so that inputs reach it. */
    private static final int BLOCK_BYTES = 64 * 1024;

    private static final int MOST_SHAPES = 8;

    /** The limit of time is for an item, and a small file may hold very many. */
    private static final int MOST_ITEMS = 5_000;

    /** Compressed archives may hold so many times more (RFC 1951: 258 bytes in two bits). */
    private static final long DEFLATE_RATIO = 1_032;

    private final CaptureReader captures = new CaptureReader(BLOCK_BYTES);
    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);

    @Override
    public String run(byte[] input) throws IOException, BrokenPromiseException {
        TreeSet<String> shapes = new TreeSet<>();
        ArchivePosition middle = ArchivePosition.START;
        long items = 0;
        long behind = 0;
        try (ArchiveReader archive = open(input, ArchivePosition.START)) {
            ArchiveItem item;
            while (items < MOST_ITEMS && (item = archive.next()) != null) {
                String shape = shape(item);
                if (shapes.size() < MOST_SHAPES) {
                    shapes.add(shape);
                }
                items++;
                behind++;
                if ((items & (items - 1)) == 0) {
                    middle = archive.position();
                    behind = 0;
                }
            }
        }
        requireAccount(input, items);
        boolean isBomb = shapes.stream().anyMatch(shape -> shape.contains("times its size"));
        if (items < MOST_ITEMS && !isBomb) {
            requireSame(input, middle, behind);
        }
        return Long.toString(Long.SIZE - Long.numberOfLeadingZeros(items)) + shapes;
    }

    private String shape(ArchiveItem item) throws IOException, BrokenPromiseException {
        if (item instanceof ArchiveItem.Damage damage) {
            return damage.reason().replaceAll("[0-9]+", "");
        }
        Capture capture = captures.read((ArchiveItem.Record) item, NOW);
        if (capture instanceof Capture.Page page) {
            List<Reading> readings = readers.read(page.type(), page.document());
            return page.type()
                    + Promises.check(page.document().content(), readings, intake.prepare(readings, null, NOW));
        }
        if (capture instanceof Capture.Refused refused) {
            return "refused " + refused.refusal().rule();
        }
        return capture instanceof Capture.Skipped skipped ? "skipped " + skipped.reason() : "altered";
    }

    private static void requireAccount(byte[] input, long items) throws BrokenPromiseException {
        boolean isGzip = input.length > 1 && input[0] == 0x1F && input[1] == (byte) 0x8B;
        boolean isBlank = true;
        for (byte b : input) {
            isBlank &= b == '\r' || b == '\n';
        }
        if (items == 0 && !isGzip && !isBlank) {
            throw new BrokenPromiseException("unaccounted", "no record and no damage");
        }
        if (items > (isGzip ? DEFLATE_RATIO : 1L) * input.length) {
            throw new BrokenPromiseException("unbounded", "more records than bytes");
        }
    }

    /** Going on at a position must give what reading on would have given. */
    private static void requireSame(byte[] input, ArchivePosition from, long expected)
            throws IOException, BrokenPromiseException {
        long rest = 0;
        try (ArchiveReader archive = open(input, from)) {
            while (archive.next() != null) {
                rest++;
            }
        }
        if (rest != expected) {
            throw new BrokenPromiseException(
                    "resume", "after going on there are " + rest + " items instead of " + expected);
        }
    }

    private static ArchiveReader open(byte[] input, ArchivePosition from) throws IOException {
        return new ArchiveReader(new SeekableInMemoryByteChannel(input), BLOCK_BYTES, from);
    }
}
