package dev.newswire.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages documents: accidents that befall any bytes, and some that know what the document is made of. */
final class Mutator {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?|\\d{1,2} \\w{3} \\d{4}[\\d: ]*");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>]*");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999",
            "1e308",
            "0.1",
            "4294967295",
            "١٢٣");
    private static final List<String> TIMES = List.of(
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1970-01-01",
            "9999-12-31T23:59:60Z",
            "2025-02-30T25:61:61+99:99",
            "Mon, 32 Foo 99999 10:00:00 XYZ",
            "20250730T120000",
            "1753875000000");
    private static final List<String> URLS = List.of(
            "http://",
            "https://[::1",
            "https://a@b:99999/%zz?=&&=#",
            "HTTPS://EXAMPLE.ORG:443/../../a//b/./?utm_source=x&a=%C3%28",
            "//host/path",
            "data:text/html,x",
            "https://xn--/",
            "https://例え.jp/" + "%41".repeat(50));
    private static final int MOST_ACCIDENTS = 4;
    private static final int LONGEST_SLICE = 400;
    private static final int MOST_REPEATS = 20_000;

    private final Words words;
    private final StructureMutator structure;
    private final boolean isText;
    private final int limit;

    /** @param limit of the results in bytes */
    Mutator(PathKind kind, int limit) {
        this.words = Words.of(kind);
        this.structure = new StructureMutator(kind.grammar(), limit);
        this.isText = kind.grammar() != PathKind.Grammar.RECORDS;
        this.limit = limit;
    }

    /** The document after one to four accidents; parts of another may get into it. */
    byte[] mutate(byte[] original, byte[] other, Random random) {
        byte[] bytes = original;
        for (int left = 1 + random.nextInt(MOST_ACCIDENTS); left > 0; left--) {
            bytes = accident(bytes, other, random);
        }
        // Most documents must stay text, or the first check of their encoding would end every one of them.
        byte[] whole = isText && random.nextInt(10) > 0 ? Bytes.repaired(bytes) : bytes;
        return Bytes.head(isText || random.nextBoolean() ? whole : GzipMembers.pack(whole, random), limit);
    }

    private byte[] accident(byte[] bytes, byte[] other, Random random) {
        if (bytes.length == 0) {
            return Bytes.head(other, limit);
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_SLICE));
        return switch (random.nextInt(14)) {
            case 0 -> flipped(bytes, from, random);
            case 1 -> Bytes.splice(bytes, from, to, new byte[0], limit);
            case 2 -> Bytes.splice(bytes, from, from, Arrays.copyOfRange(bytes, from, to), limit);
            case 3 -> Bytes.splice(bytes, from, random.nextBoolean() ? from : to, slice(other, random), limit);
            case 4 -> Arrays.copyOf(bytes, from);
            case 5 -> Bytes.splice(bytes, from, from, repeated(Arrays.copyOfRange(bytes, from, to), random), limit);
            case 6, 7 -> Bytes.splice(bytes, from, from, word(random), limit);
            case 8 -> Bytes.splice(bytes, from, from, repeated(word(random), random), limit);
            case 9 -> replaced(bytes, NUMBER, NUMBERS, random);
            case 10 -> replaced(bytes, random.nextBoolean() ? TIME : URL, random.nextBoolean() ? TIMES : URLS, random);
            default -> structure.mutate(bytes, from, random);
        };
    }

    private byte[] word(Random random) {
        return words.tokens().get(random.nextInt(words.tokens().size()));
    }

    /** Often a few times, seldom very many. */
    private byte[] repeated(byte[] unit, Random random) {
        int times = (int) Math.pow(MOST_REPEATS, random.nextDouble() * random.nextDouble());
        return Bytes.repeat(unit, times, limit);
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) (random.nextBoolean() ? bytes[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        return changed;
    }

    private static byte[] slice(byte[] other, Random random) {
        if (other.length == 0) {
            return other;
        }
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(LONGEST_SLICE * 4)));
    }

    private byte[] replaced(byte[] bytes, Pattern what, List<String> by, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = what.matcher(text);
        boolean isFound = matcher.find(random.nextInt(bytes.length)) || matcher.find(0);
        int from = isFound ? matcher.start() : 0;
        int to = isFound ? matcher.end() : 0;
        byte[] value = by.get(random.nextInt(by.size())).getBytes(StandardCharsets.UTF_8);
        return Bytes.splice(bytes, from, to, value, limit);
    }
}
