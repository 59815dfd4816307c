package dev.newswire.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Surgery on bytes. Offsets are from 0, ends exclusive; results never exceed a given length. */
final class Bytes {

    private Bytes() {}

    /** The bytes with a range replaced, cut at the limit. */
    static byte[] splice(byte[] bytes, int from, int to, byte[] between, int limit) {
        byte[] spliced = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return head(spliced, limit);
    }

    /** A unit, many times over, at most so many bytes. */
    static byte[] repeat(byte[] unit, int times, int limit) {
        if (unit.length == 0) {
            return unit;
        }
        int length = (int) Math.min(limit, (long) unit.length * times);
        byte[] repeated = new byte[length];
        for (int at = 0; at < length; at += unit.length) {
            System.arraycopy(unit, 0, repeated, at, Math.min(unit.length, length - at));
        }
        return repeated;
    }

    static byte[] head(byte[] bytes, int limit) {
        return bytes.length <= limit ? bytes : Arrays.copyOf(bytes, limit);
    }

    /** The bytes as valid UTF-8, with what is not replaced. */
    static byte[] repaired(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    /** Where a byte next stands, or -1. */
    static int indexOf(byte[] bytes, char wanted, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
