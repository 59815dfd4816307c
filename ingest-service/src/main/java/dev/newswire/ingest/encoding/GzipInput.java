package dev.newswire.ingest.encoding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decodes gzip (RFC 1952) of any number of members. The decoder of the JDK takes whatever follows a member and is not
 * one for the end, and does so too when the network has only not yet brought the next: data would vanish in silence.
 */
final class GzipInput extends InputStream {

    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private boolean isInMember;
    private boolean isAtEnd;
    private boolean hasMember;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!isAtEnd && length > 0) {
            if (!isInMember && !beginMember()) {
                break;
            }
            int read = inflate(target, offset, length);
            if (read > 0) {
                checksum.update(target, offset, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return isAtEnd ? -1 : 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int read = inflater.inflate(target, offset, length);
            if (read == 0 && inflater.needsDictionary()) {
                throw new ZipException("asks for a dictionary");
            }
            if (read == 0 && inflater.needsInput()) {
                requireMore();
                inflater.setInput(buffer, at, end - at);
                at = end;
            }
            return read;
        } catch (DataFormatException damaged) {
            throw new ZipException(damaged.getMessage());
        }
    }

    /** Reads a header; false at the end of all members. */
    private boolean beginMember() throws IOException {
        if (at == end && !fill()) {
            isAtEnd = true;
            if (!hasMember) {
                throw new EOFException();
            }
            return false;
        }
        if (next() != 0x1F || next() != 0x8B || next() != DEFLATE) {
            throw new ZipException("not a gzip member");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown flags");
        }
        skip(6);
        skipOptionalFields(flags);
        inflater.reset();
        checksum.reset();
        isInMember = true;
        hasMember = true;
        return true;
    }

    private void skipOptionalFields(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        if (nextInteger() != checksum.getValue() || nextInteger() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("checksum or length differ");
        }
        isInMember = false;
    }

    private long nextInteger() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Names and comments say nothing here.
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        requireMore();
        return buffer[at++] & 0xFF;
    }

    private void requireMore() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException();
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
