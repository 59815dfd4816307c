package dev.newswire.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a WARC or ARC archive in their order, compressed or not. A damaged record is told as damage, and
 * reading goes on with the next one: the next gzip member that begins a record, or the next line that does. Ends for
 * every input, after work in proportion to its length. Not for several threads.
 */
public final class ArchiveReader implements Closeable {

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int CUT_BYTES = 64 * 1024;

    private final ByteSource source;
    private final Window window;
    private final RecordBounds bounds;
    private final int blockLimit;

    /** Where a reading that begins anew would find the same as this one: the last record that could be jumped to. */
    private long anchor;

    private long itemsFromAnchor;
    private long workToAnchor;

    /**
     * @param channel from its beginning; the caller closes it
     * @param blockLimit of larger records only the first 64 KiB are kept, in bytes
     * @param from where to begin, as {@link #position} told it in an earlier reading
     * @throws IOException if the file cannot be read
     */
    public ArchiveReader(SeekableByteChannel channel, int blockLimit, ArchivePosition from) throws IOException {
        this.blockLimit = blockLimit;
        boolean isGzip = isGzip(channel);
        channel.position(from.offset());
        this.source = isGzip ? new GzipSource(channel, from.work()) : new PlainSource(channel);
        this.window = new Window(source, isGzip ? 0 : from.offset());
        this.bounds = new RecordBounds(window);
        this.anchor = from.offset();
        this.workToAnchor = from.work();
        for (long passed = 0; passed < from.items() && next() != null; passed++) {
            // Those were read before.
        }
    }

    /** The next record or damage, or null at the end. */
    public @Nullable ArchiveItem next() throws IOException {
        ArchiveItem item = read();
        itemsFromAnchor += item == null ? 0 : 1;
        return item;
    }

    /** Where to begin another time to get what follows the last item. */
    public ArchivePosition position() {
        return new ArchivePosition(anchor, itemsFromAnchor, workToAnchor);
    }

    @Override
    public void close() {
        source.close();
    }

    private static boolean isGzip(SeekableByteChannel channel) throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(2);
        channel.position(0);
        channel.read(magic);
        return magic.get(0) == 0x1F && magic.get(1) == (byte) 0x8B;
    }

    private @Nullable ArchiveItem read() throws IOException {
        boolean isMore = bounds.passLineEnds();
        Mark lost = window.takeDamage();
        if (lost != null) {
            return new ArchiveItem.Damage(lost.offset(), String.valueOf(lost.damage()));
        }
        return isMore ? readRecord() : null;
    }

    private ArchiveItem readRecord() throws IOException {
        long offset = window.offset();
        window.ensure(HEADER_BYTES);
        if (window.isWarcAt(0)) {
            begin(offset, false);
            int end = bounds.headerEnd(HEADER_BYTES);
            if (end < 0) {
                return lost(offset, "the header of a record does not end", 1);
            }
            return readBlock(offset, RecordHeader.ofWarc(bounds.text(0, end)), end);
        }
        String line = bounds.line(0);
        if (line != null && RecordStart.isArc(line)) {
            begin(offset, true);
            return readBlock(offset, RecordHeader.ofArc(line), line.length() + 1);
        }
        return lost(offset, "no record begins here", 1);
    }

    /** A record begins here; a later reading can begin here too, unless it is somewhere within compressed data. */
    private void begin(long offset, boolean isOfArc) {
        bounds.expectArc(isOfArc);
        if (window.isSeekable() || window.isMemberBegin()) {
            anchor = offset;
            itemsFromAnchor = 0;
            workToAnchor = window.work();
        }
    }

    private ArchiveItem readBlock(long offset, RecordHeader header, int headerLength) throws IOException {
        if (header.length() < 0) {
            return lost(offset, "the length of a record is not readable", headerLength);
        }
        if (header.length() > blockLimit) {
            return readLarge(offset, header, headerLength);
        }
        int end = headerLength + (int) header.length();
        window.ensure(end + RecordBounds.LONGEST_START);
        int unbroken = window.unbroken(1, Math.min(end, window.length()));
        if (unbroken < end) {
            return lost(
                    offset,
                    "a record ends after " + Math.max(0, unbroken - headerLength) + " of " + header.length() + " bytes",
                    Math.min(headerLength, unbroken));
        }
        byte[] block = window.copy(headerLength, end);
        if (!bounds.leadsToNext(end)) {
            return lost(offset, "the length of a record does not lead to the next one", headerLength);
        }
        window.pass(end);
        long ended = window.position();
        bounds.passLineEnds();
        Mark damage = window.takeDamage(ended);
        if (damage != null) {
            return new ArchiveItem.Damage(offset, String.valueOf(damage.damage()));
        }
        return record(offset, header, block, false);
    }

    /** Moves over what is too large to keep; if that does not lead to a record, it is the length that is wrong. */
    private ArchiveItem readLarge(long offset, RecordHeader header, int headerLength) throws IOException {
        long begin = window.position();
        window.ensure(headerLength + CUT_BYTES);
        byte[] block = window.copy(headerLength, Math.min(window.length(), headerLength + CUT_BYTES));
        long passed = passBlock(headerLength + header.length());
        boolean isWhole = passed == headerLength + header.length();
        long ended = window.position();
        boolean isMore = !isWhole || bounds.passLineEnds();
        Mark damage = isWhole ? window.takeDamage(ended) : window.takeDamage();
        if (isWhole && damage == null && (!isMore || bounds.leadsToNext(0))) {
            return record(offset, header, block, true);
        }
        if (window.jump(begin)) {
            window.ensure(headerLength + 1);
            return lost(offset, "the length of a record is wrong", headerLength);
        }
        if (damage == null && isWhole) {
            return lost(offset, "the length of a record does not lead to the next one", 0);
        }
        return new ArchiveItem.Damage(
                offset, damage == null ? "a record ends before its length" : String.valueOf(damage.damage()));
    }

    /** Moves over a block, but not into a member that begins with a record of its own. */
    private long passBlock(long length) throws IOException {
        if (window.isSeekable()) {
            long begin = window.position();
            window.passAll(length);
            return window.position() - begin;
        }
        long passed = 0;
        while (passed < length && window.ensure(RecordBounds.LONGEST_START)) {
            int step = window.unbroken(
                    1, (int) Math.min(length - passed, window.length() - RecordBounds.LONGEST_START + 1));
            window.pass(step);
            passed += step;
            if (passed < length && window.isWarcAt(0) && window.isMemberAt(0)) {
                return passed;
            }
            if (window.unbroken(0, 1) == 0) {
                return passed;
            }
        }
        int rest = (int) Math.min(length - passed, window.length());
        window.pass(rest);
        return passed + rest;
    }

    private static ArchiveItem record(long offset, RecordHeader header, byte[] block, boolean isCut) {
        RecordFields fields = new RecordFields(header.fields());
        return new ArchiveItem.Record(
                offset, header.type(), header.target(), header.date(), fields, block, header.length(), isCut);
    }

    /** Tells a loss and moves to where the next record may begin, at this index or behind it. */
    private ArchiveItem lost(long offset, String reason, int from) throws IOException {
        bounds.passToNext(from);
        return new ArchiveItem.Damage(offset, reason);
    }
}
