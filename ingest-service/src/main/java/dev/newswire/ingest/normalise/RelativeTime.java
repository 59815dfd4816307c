package dev.newswire.ingest.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as pages for people give them: "12 minutes ago", "an hour ago", "yesterday", "3d"; and the commonest forms of other
 * languages ({@link ForeignRelativeTime}).
 */
public final class RelativeTime {

    private static final Pattern NOW = Pattern.compile("(?:just |right )?now|(?:a )?(?:few )?moments? ago|today");
    private static final Pattern YESTERDAY = Pattern.compile("yesterday|last (?<unit>week|month|year)");
    private static final Pattern AGO = Pattern.compile(
            "(?:about |around |almost |over |more than |nearly |~ ?)?(?<count>\\d{1,4}|an?|one|two|three|four|five|six|seven"
                    + "|eight|nine|ten|eleven|twelve|a few|a couple of|several) ?\\+? ?(?<unit>"
                    + "s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?"
                    + ")\\.?(?<ago> ago)?");
    private static final String[] NUMBERS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };
    private static final int A_FEW = 3;

    private RelativeTime() {}

    /** The time that the words mean when read at {@code from}, or null where they are not a relative time. */
    public static @Nullable Instant of(String words, Instant from) {
        String text = Text.oneLine(words).toLowerCase(Locale.ROOT);
        if (NOW.matcher(text).matches()) {
            return from;
        }
        Matcher yesterday = YESTERDAY.matcher(text);
        if (yesterday.matches()) {
            String unit = yesterday.group("unit");
            return before(from, 1, unit == null ? ChronoUnit.DAYS : unit(unit));
        }
        Matcher ago = AGO.matcher(text);
        if (!ago.matches()) {
            return ForeignRelativeTime.of(text, from);
        }
        if (ago.group("ago") == null && !isShort(ago.group("count"), ago.group("unit"))) {
            return null;
        }
        return before(from, count(ago.group("count")), unit(ago.group("unit")));
    }

    /** "3h" needs no "ago"; "3 hours" is a duration. */
    private static boolean isShort(String count, String unit) {
        return Character.isDigit(count.charAt(0)) && unit.length() <= 2 && !unit.startsWith("mo");
    }

    private static int count(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        for (int i = 1; i < NUMBERS.length; i++) {
            if (NUMBERS[i].equals(word)) {
                return i;
            }
        }
        return switch (word) {
            case "a few", "several" -> A_FEW;
            case "a couple of" -> 2;
            default -> 1;
        };
    }

    private static ChronoUnit unit(String word) {
        return switch (word.charAt(0)) {
            case 's' -> ChronoUnit.SECONDS;
            case 'h' -> ChronoUnit.HOURS;
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'y' -> ChronoUnit.YEARS;
            default -> word.startsWith("mo") ? ChronoUnit.MONTHS : ChronoUnit.MINUTES;
        };
    }

    static @Nullable Instant before(Instant from, int count, ChronoUnit unit) {
        try {
            return from.atOffset(ZoneOffset.UTC).minus(count, unit).toInstant();
        } catch (DateTimeException beforeTime) {
            return null;
        }
    }
}
