package dev.newswire.benchmarks.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs archives as crawlers do, one gzip member a record, and in ways they should not. */
final class GzipMembers {

    private GzipMembers() {}

    /** The bytes as members: one for each record, one for all, or cut anywhere; some may be damaged afterwards. */
    static byte[] pack(byte[] plain, Random random) {
        if (isGzip(plain)) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int way = random.nextInt(3);
        for (int from = 0; from < plain.length; ) {
            int to = way == 0 ? plain.length : way == 1 ? nextRecord(plain, from + 1) : cut(plain, from, random);
            packed.writeBytes(member(plain, from, to));
            from = to;
        }
        byte[] bytes = packed.toByteArray();
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    /** What the members hold, as far as it is readable and within the limit; the same bytes if they are not gzip. */
    static byte[] unpack(byte[] packed, int limit) {
        if (!isGzip(packed)) {
            return packed;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(limit);
        } catch (IOException damaged) {
            return packed;
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    }

    private static int nextRecord(byte[] plain, int from) {
        int at = new String(plain, StandardCharsets.ISO_8859_1).indexOf("WARC/", from);
        return at < 0 ? plain.length : at;
    }

    private static int cut(byte[] plain, int from, Random random) {
        return from + 1 + random.nextInt(plain.length - from);
    }

    private static byte[] member(byte[] plain, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(Arrays.copyOfRange(plain, from, to));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
