package dev.newswire.benchmarks.fuzz;

import dev.newswire.benchmarks.fuzz.PathKind.Grammar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Accidents that befall what a document is made of: tags, braces, lines, records. */
final class StructureMutator {

    private static final int MOST = 3_000;
    private static final List<String> TAGS = List.of("div", "b", "p", "table", "a", "li", "font", "item", "svg", "td");
    private static final List<String> OPENERS = List.of("[", "{\"a\":", "{\"related\":[", "[{\"body\":", "\"");

    private final Grammar grammar;
    private final int limit;

    StructureMutator(Grammar grammar, int limit) {
        this.grammar = grammar;
        this.limit = limit;
    }

    byte[] mutate(byte[] bytes, int near, Random random) {
        return switch (grammar) {
            case BRACES -> braces(bytes, near, random);
            case TAGS -> tags(bytes, near, random);
            case LINES -> units(bytes, '\n', near, random);
            case RECORDS -> records(bytes, near, random);
        };
    }

    private byte[] braces(byte[] bytes, int near, Random random) {
        if (random.nextInt(3) == 0) {
            return Bytes.splice(bytes, near, near, many(pick(OPENERS, random), random), limit);
        }
        return units(bytes, random.nextBoolean() ? ',' : '}', near, random);
    }

    private byte[] tags(byte[] bytes, int near, Random random) {
        int open = Math.max(0, Bytes.indexOf(bytes, '<', near));
        int close = Math.max(open, Bytes.indexOf(bytes, '>', open));
        return switch (random.nextInt(5)) {
            case 0 -> Bytes.splice(bytes, open, open, many("<" + pick(TAGS, random) + ">", random), limit);
            case 1 -> Bytes.splice(bytes, close, close, attributes(random), limit);
            case 2 -> Bytes.splice(bytes, open, Math.min(bytes.length, close + 1), new byte[0], limit);
            case 3 -> {
                byte[] element = Arrays.copyOfRange(bytes, open, Math.min(bytes.length, close + 1));
                yield Bytes.splice(bytes, open, open, Bytes.repeat(element, count(random), limit), limit);
            }
            default -> units(bytes, '<', near, random);
        };
    }

    private static byte[] attributes(Random random) {
        StringBuilder text = new StringBuilder();
        int count = count(random);
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("='").append(random.nextInt()).append('\'');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Repeats, moves or drops what stands between two separators. */
    private byte[] units(byte[] bytes, char separator, int near, Random random) {
        int from = Math.max(0, Bytes.indexOf(bytes, separator, near));
        int next = Bytes.indexOf(bytes, separator, Math.min(bytes.length, from + 1));
        int to = next < 0 ? bytes.length : next;
        byte[] unit = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(3)) {
            case 0 -> Bytes.splice(bytes, from, from, Bytes.repeat(unit, count(random), limit), limit);
            case 1 -> Bytes.splice(bytes, from, to, new byte[0], limit);
            default -> {
                byte[] without = Bytes.splice(bytes, from, to, new byte[0], limit);
                int at = random.nextInt(without.length + 1);
                yield Bytes.splice(without, at, at, unit, limit);
            }
        };
    }

    private byte[] records(byte[] bytes, int near, Random random) {
        return units(bytes, random.nextBoolean() ? '\n' : ':', near, random);
    }

    private byte[] many(String unit, Random random) {
        return Bytes.repeat(unit.getBytes(StandardCharsets.UTF_8), count(random), limit);
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static int count(Random random) {
        return (int) Math.pow(MOST, random.nextDouble() * random.nextDouble());
    }
}
