package dev.newswire.ingest.encoding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds what a decoder yields against what it was given. */
final class DecodedInput extends FilterInputStream {

    /** So much may come out of anything: small documents repeat themselves. */
    static final long FREE_BYTES = 1024 * 1024;

    private final CountedInput coded;
    private final String coding;
    private final int ratio;
    private long decodedBytes;

    DecodedInput(InputStream decoder, CountedInput coded, String coding, int ratio) {
        super(decoder);
        this.coded = coded;
        this.coding = coding;
        this.ratio = ratio;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = decode(buffer, offset, length);
        decodedBytes += Math.max(0, read);
        if (decodedBytes > FREE_BYTES && decodedBytes / ratio > coded.count()) {
            throw new ExpansionException("the " + coding + " body expands to more than " + ratio + " times its size");
        }
        return read;
    }

    /** The decoders throw what they like; what the network did is told as it was. */
    private int decode(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException failure) {
            IOException network = coded.failure();
            throw network != null
                    ? network
                    : new CodingException("the " + coding + " body is damaged or cut short", failure);
        }
    }
}
