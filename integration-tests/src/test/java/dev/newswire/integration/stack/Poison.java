package dev.newswire.integration.stack;

import java.nio.charset.StandardCharsets;

/** Bytes that no service can read, under keys by which tests know them. */
public final class Poison {
    private static final String PREFIX = "poison-";

    private Poison() {}

    /** The key of a piece of poison. */
    public static String key(String name) {
        return PREFIX + name;
    }

    /** What it consists of: no schema id, no JSON, no text. */
    public static byte[] bytes(String name) {
        return ("\u0001{" + name).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }
}
