package dev.newswire.ingest.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as it is commonly written.
 *
 * <p>Read are ISO 8601 (with a space for the T, basic or extended, week-day names before it), RFC 1123 and 822 with two or
 * four digits of year, "July 30, 2025, 10:00 a.m. EDT", "30 July 2025", "2025/07/30 10:00", "30.07.2025" (slashes only where
 * day and month cannot be confused), "2025年7月30日", and epoch seconds or milliseconds. Month names in English
 * and the languages of {@link ForeignMonths}.
 *
 * @param at the time; the start of the day where only a date is written
 * @param assumption what had to be assumed, else null
 */
record WrittenTime(Instant at, @Nullable String assumption) {

    private static final String CLOCK =
            "(?:(?:,? +at +|[T ,-]+|, )(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,](?<nano>\\d{1,9}))?)?"
                    + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?)?";
    private static final String ZONE =
            "(?: ?\\(?(?<zone>Z|[A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?)\\)?(?: ?\\([^)]*\\))?)?";
    private static final String DAY_NAME = "(?:\\p{Alpha}{3,9}\\.?,? +|\\p{Alpha}{2}\\.?, +)?";
    private static final String MONTH = "(?<month>\\p{Alpha}{3,9})\\.?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(DAY_NAME + "(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + CLOCK + ZONE),
            Pattern.compile(DAY_NAME + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]" + MONTH + ",?[ -](?<year>\\d{4}|\\d{2})"
                    + CLOCK + ZONE),
            Pattern.compile(DAY_NAME + MONTH + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})" + CLOCK + ZONE),
            Pattern.compile(DAY_NAME + "(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})" + CLOCK + ZONE),
            Pattern.compile("(?<year>\\d{4}) ?年 ?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?日" + CLOCK + ZONE));
    private static final Pattern COMPACT = Pattern.compile(
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?)?(?<zone>Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern SLASHED =
            Pattern.compile(DAY_NAME + "(?<first>\\d{1,2})/(?<other>\\d{1,2})/(?<year>\\d{4})" + CLOCK + ZONE);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(?:\\.\\d+)?|\\d{12,13}");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** Offsets in minutes of the abbreviations that mean one thing only in the news of their region. */
    private static final Map<String, Integer> OFFSETS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("WET", 0),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("ET", -300),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("BST", 60),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("CEST", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("IST", 330),
            Map.entry("HKT", 480),
            Map.entry("SGT", 480),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660));

    /** The time that the text means, or null where it is none of the forms. */
    static @Nullable WrittenTime of(String text) {
        if (EPOCH.matcher(text).matches()) {
            return ofEpoch(text);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return read(compact, compact.group("month"), compact.group("day"));
        }
        String english = ForeignMonths.inEnglish(text);
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(english);
            if (matcher.matches()) {
                return read(matcher, matcher.group("month"), matcher.group("day"));
            }
        }
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches() ? readSlashed(slashed) : null;
    }

    private static WrittenTime ofEpoch(String text) {
        String digits = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        long number = Long.parseLong(digits);
        return new WrittenTime(
                digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number), null);
    }

    private static @Nullable WrittenTime readSlashed(Matcher matcher) {
        int first = Integer.parseInt(matcher.group("first"));
        int other = Integer.parseInt(matcher.group("other"));
        if (first <= 12 && other <= 12 && first != other) {
            return null;
        }
        return first > 12
                ? read(matcher, matcher.group("other"), matcher.group("first"))
                : read(matcher, matcher.group("first"), matcher.group("other"));
    }

    private static @Nullable WrittenTime read(Matcher matcher, String monthText, String day) {
        Function<String, @Nullable String> part = name -> group(matcher, name);
        String zone = part.apply("zone");
        boolean hasClock = part.apply("hour") != null;
        ZoneOffset offset = zone == null ? null : offset(zone);
        try {
            LocalDateTime local = LocalDateTime.of(
                    year(matcher.group("year")),
                    month(monthText),
                    Integer.parseInt(day),
                    hour(part),
                    number(part.apply("minute")),
                    Math.min(59, number(part.apply("second"))),
                    nanos(part.apply("nano")));
            Instant at = local.toInstant(offset == null ? ZoneOffset.UTC : offset);
            return new WrittenTime(at, assumption(hasClock, zone, offset));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable String assumption(boolean hasClock, @Nullable String zone, @Nullable ZoneOffset offset) {
        if (!hasClock || offset != null) {
            return null;
        }
        return zone == null
                ? "publication time has no time zone: taken as UTC"
                : "publication time has an unknown time zone \"" + zone + "\": taken as UTC";
    }

    private static @Nullable String group(MatchResult matcher, String name) {
        try {
            return ((Matcher) matcher).group(name);
        } catch (IllegalArgumentException notInThisForm) {
            return null;
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int at = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("not a month: " + text);
        }
        return at / 3 + 1;
    }

    private static int hour(Function<String, @Nullable String> part) {
        int hour = number(part.apply("hour"));
        String half = part.apply("half");
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.equalsIgnoreCase("p");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    private static @Nullable ZoneOffset offset(String zone) {
        String upper = zone.toUpperCase(Locale.ROOT);
        Integer known = OFFSETS.get(upper);
        if (known != null) {
            return ZoneOffset.ofTotalSeconds(known * 60);
        }
        String digits = upper.replaceFirst("^(UTC|GMT)", "").replace(":", "");
        if (!digits.matches("[+-]\\d{1,4}")) {
            return null;
        }
        int number = Integer.parseInt(digits.substring(1));
        int minutes = digits.length() <= 3 ? number * 60 : number / 100 * 60 + number % 100;
        return minutes > 18 * 60
                ? null
                : ZoneOffset.ofTotalSeconds((digits.charAt(0) == '-' ? -minutes : minutes) * 60);
    }
}
