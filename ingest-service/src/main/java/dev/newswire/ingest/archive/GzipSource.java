package dev.newswire.ingest.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * An archive of gzip members. Where one is damaged, the bytes go on with the next that begins a record; the mark between
 * tells. Each checksum is verified.
 */
final class GzipSource extends ByteSource {

    /** Deflate reaches about 1,000 to 1; pages stay far below this. */
    private static final int MOST_RATIO = 250;

    private static final long RATIO_FROM_BYTES = 4L << 20;

    /** Reading again what was read before is bounded, or nested fragments could keep us for ever. */
    private static final int MOST_PASSES = 8;

    private static final long FREE_BYTES = 16L << 20;

    private final FileBytes in;
    private final MemberScan scan;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private @Nullable String broken;
    private boolean isInside;
    private boolean isEnded;
    private long memberOffset;
    private long fed;
    private long position;

    /**
     * From the channel's position on, where a member should begin.
     *
     * @param work bytes that an earlier reading had inflated when it came here
     */
    GzipSource(SeekableByteChannel channel, long work) throws IOException {
        this.in = new FileBytes(channel);
        this.scan = new MemberScan(in);
        this.fed = work;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
        while (isInside || begin()) {
            int count = inflate(into, from, length);
            if (count > 0) {
                checksum.update(into, from, count);
                position += count;
                return count;
            }
        }
        return -1;
    }

    @Override
    void close() {
        inflater.end();
    }

    private boolean begin() throws IOException {
        if (isEnded) {
            return false;
        }
        memberOffset = in.offset();
        if (in.next() < 0) {
            isEnded = true;
            return false;
        }
        in.seek(memberOffset);
        if (!GzipHeader.pass(in)) {
            damage("no gzip member begins here", memberOffset + 1);
            return !isEnded && begin();
        }
        marks.add(new Mark(position, memberOffset, null, fed));
        inflater.reset();
        checksum.reset();
        isInside = true;
        return true;
    }

    private int inflate(byte[] into, int from, int length) throws IOException {
        if (broken != null) {
            String what = broken;
            broken = null;
            damage(what, memberOffset + 1);
            return 0;
        }
        long before = inflater.getBytesWritten();
        try {
            int count = inflater.inflate(into, from, length);
            if (count > 0) {
                return isBomb() ? bomb() : count;
            }
            if (inflater.finished()) {
                finish();
            } else if (inflater.needsDictionary()) {
                damage("gzip data that asks for a dictionary", memberOffset + 1);
            } else if (!in.feed(inflater::setInput)) {
                damage("the file ends within a gzip member", memberOffset + 1);
            }
        } catch (DataFormatException damaged) {
            // What came before the damage counts, or the place of the damage would depend on the size of the buffer.
            broken = "gzip data is damaged";
            return (int) (inflater.getBytesWritten() - before);
        }
        return 0;
    }

    private void finish() throws IOException {
        fed += inflater.getBytesRead();
        in.giveBack(inflater.getRemaining());
        isInside = false;
        long expected = littleEndian();
        long size = littleEndian();
        if (size < 0) {
            marks.add(new Mark(position, memberOffset, "the file ends within a gzip member", fed));
        } else if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            marks.add(new Mark(position, memberOffset, "the checksum of the gzip member is wrong", fed));
        }
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int next = in.next();
            if (next < 0) {
                return -1;
            }
            value |= (long) next << shift;
        }
        return value;
    }

    private boolean isBomb() {
        long written = inflater.getBytesWritten();
        return written > RATIO_FROM_BYTES && written / MOST_RATIO > inflater.getBytesRead();
    }

    private int bomb() throws IOException {
        damage(
                "a gzip member inflates to more than " + MOST_RATIO + " times its size",
                in.offset() - inflater.getRemaining());
        return 0;
    }

    /** Marks the place and goes on with the next member that begins a record, if there is one from there on. */
    private void damage(String what, long scanFrom) throws IOException {
        marks.add(new Mark(position, memberOffset, what, fed));
        fed += isInside ? inflater.getBytesRead() : 0;
        isInside = false;
        long reached = Math.max(memberOffset + 1, in.offset() - inflater.getRemaining());
        boolean isTooMuch = fed > reached * MOST_PASSES + FREE_BYTES;
        long next = scan.next(isTooMuch ? reached : scanFrom);
        isEnded = next < 0;
        if (!isEnded) {
            in.seek(next);
        }
    }
}
