package dev.newswire.ingest.archive;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds where, behind damage, the next gzip member begins that begins a record. */
final class MemberScan {

    /** Enough to see how a record begins. */
    private static final int LOOK_BYTES = 16;

    private final FileBytes in;

    MemberScan(FileBytes in) {
        this.in = in;
    }

    /** The offset of the next such member at or behind this offset, or -1. */
    long next(long from) throws IOException {
        in.seek(from);
        int before = -1;
        for (int next = in.next(); next >= 0; next = in.next()) {
            if (before == 0x1F && next == 0x8B) {
                long at = in.offset() - 2;
                if (beginsRecord(at)) {
                    return at;
                }
                in.seek(at + 2);
            }
            before = next;
        }
        return -1;
    }

    private boolean beginsRecord(long at) throws IOException {
        in.seek(at);
        if (!GzipHeader.pass(in)) {
            return false;
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] begin = new byte[LOOK_BYTES];
            int length = 0;
            while (length < LOOK_BYTES && !inflater.finished()) {
                int count = inflater.inflate(begin, length, LOOK_BYTES - length);
                length += count;
                if (count == 0 && (inflater.needsDictionary() || !in.feed(inflater::setInput))) {
                    break;
                }
            }
            return RecordStart.isLikely(begin, length);
        } catch (DataFormatException notGzip) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
