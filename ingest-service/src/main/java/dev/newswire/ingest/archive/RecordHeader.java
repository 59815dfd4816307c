package dev.newswire.ingest.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a record.
 *
 * @param type of the record as WARC names it: response, resource, request ...
 * @param target where it was fetched, or empty
 * @param date when it was fetched, or null where that is not readable
 * @param length of the block behind the header in bytes; negative where that is not readable
 * @param fields by name in lower case
 */
record RecordHeader(String type, String target, @Nullable Instant date, long length, Map<String, String> fields) {

    private static final DateTimeFormatter ARC_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int ARC_TIME_DIGITS = 14;
    private static final int LONGEST_NUMBER = 18;
    private static final int MOST_FIELDS = 200;

    /** Reads a WARC header: the version, then named fields as in HTTP. */
    static RecordHeader ofWarc(String text) {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        for (String line : text.lines().skip(1).limit(MOST_FIELDS).toList()) {
            int colon = line.indexOf(':');
            boolean isContinued = line.startsWith(" ") || line.startsWith("\t");
            if (isContinued) {
                fields.computeIfPresent(name, (key, value) -> value + " " + line.strip());
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return new RecordHeader(
                fields.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT),
                target(fields.getOrDefault("warc-target-uri", "")),
                instant(fields.getOrDefault("warc-date", "")),
                number(fields.getOrDefault("content-length", "")),
                fields);
    }

    /** Reads the line before an ARC record. */
    static RecordHeader ofArc(String line) {
        int length = line.lastIndexOf(' ');
        int type = line.lastIndexOf(' ', length - 1);
        int time = line.lastIndexOf(' ', type - 1);
        int address = line.lastIndexOf(' ', time - 1);
        String target = line.substring(0, address);
        return new RecordHeader(
                target.startsWith("filedesc:") ? "warcinfo" : "response",
                target(target),
                arcInstant(line.substring(time + 1, type)),
                number(line.substring(length + 1).strip()),
                Map.of("content-type", target.startsWith("http") ? "application/http" : ""));
    }

    /** A field by its name in lower case, or empty. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Old writers put the address in brackets, and some leave spaces in it. */
    private static String target(String stated) {
        String uri = stated.startsWith("<") && stated.endsWith(">") && stated.length() > 1
                ? stated.substring(1, stated.length() - 1)
                : stated;
        return uri.strip().replace(" ", "%20");
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant arcInstant(String digits) {
        try {
            return digits.length() < ARC_TIME_DIGITS
                    ? null
                    : LocalDateTime.parse(digits.substring(0, ARC_TIME_DIGITS), ARC_TIME)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static long number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : -1;
    }
}
