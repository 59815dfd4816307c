package dev.newswire.ingest.feed;

import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.ingest.normalise.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of feeds: every form that articles have, and those that only feeds have, namely the short forms of W3CDTF
 * and ISO 8601 (a year, a month, the day of a year, two digits of year), the form of C's {@code asctime}, and the zones of
 * one letter of RFC 822.
 */
final class FeedTimes {

    private static final int LONGEST = 100;
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4}|\\d{2})-?(\\d{3})(T.*)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2})(T.*)?");
    private static final Pattern ASCTIME = Pattern.compile(
            "(\\p{Alpha}{3}),? (\\p{Alpha}{3}) (\\d{1,2}) (\\d{1,2}:\\d{2}(?::\\d{2})?)( \\S{1,9})? (\\d{4})");
    private static final Pattern ZONE_LETTER = Pattern.compile("(.*\\d:\\d{2}) ([A-IK-Ya-ik-y])");
    private static final Pattern ZONE_NAME = Pattern.compile("(.*\\d:\\d{2}) ?(?:Etc/)?(GMT|UTC|UT)");
    private static final Pattern MIDNIGHT = Pattern.compile("(.*[ T])24:00(:00)?(.*)");
    private static final Pattern FOREIGN_DAY = Pattern.compile("[^\\x00-\\x7F\\d][^,\\d]{0,15}, ?(\\d.*)");

    private FeedTimes() {}

    /** The time in the words, or null where there are none. */
    static @Nullable FeedTime of(@Nullable String words) {
        String line = words == null ? "" : Text.oneLine(Text.head(words, LONGEST + 1));
        if (line.isEmpty()) {
            return null;
        }
        return new FeedTime(line, line.length() > LONGEST ? null : read(line));
    }

    private static @Nullable Instant read(String line) {
        Instant special = special(line);
        return special != null ? special : plain(line);
    }

    private static @Nullable Instant plain(String line) {
        Matcher zone = ZONE_LETTER.matcher(line);
        if (zone.matches()) {
            Instant at = PublicationTime.read(zone.group(1) + " UTC");
            return at == null
                    ? null
                    : at.minusSeconds(3_600L * hours(zone.group(2).charAt(0)));
        }
        Instant at = PublicationTime.read(line);
        if (at != null) {
            return at;
        }
        Matcher foreign = FOREIGN_DAY.matcher(line);
        String english = foreign.matches() ? foreign.group(1) : line;
        Matcher named = ZONE_NAME.matcher(english);
        return PublicationTime.read(named.matches() ? named.group(1) + " UTC" : english);
    }

    private static @Nullable Instant special(String line) {
        try {
            return specialForm(line);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable Instant specialForm(String line) {
        Matcher year = YEAR.matcher(line);
        if (year.matches()) {
            return start(LocalDate.of(number(year, 1), 1, 1));
        }
        Matcher ordinal = ORDINAL.matcher(line);
        if (ordinal.matches()) {
            LocalDate day = Year.of(fullYear(ordinal.group(1))).atDay(number(ordinal, 2));
            return PublicationTime.read(day + orEmpty(ordinal.group(3)));
        }
        Matcher month = MONTH.matcher(line);
        if (month.matches()) {
            return start(LocalDate.of(number(month, 1), number(month, 2), 1));
        }
        Matcher shortYear = SHORT_YEAR.matcher(line);
        if (shortYear.matches()) {
            LocalDate day = LocalDate.of(fullYear(shortYear.group(1)), number(shortYear, 2), number(shortYear, 3));
            return PublicationTime.read(day + orEmpty(shortYear.group(4)));
        }
        Matcher asctime = ASCTIME.matcher(line);
        if (asctime.matches()) {
            return plain(asctime.group(3) + " " + asctime.group(2) + " " + asctime.group(6) + " " + asctime.group(4)
                    + orEmpty(asctime.group(5)));
        }
        Matcher midnight = MIDNIGHT.matcher(line);
        if (midnight.matches()) {
            Instant day = plain(midnight.group(1) + "00:00" + orEmpty(midnight.group(2)) + midnight.group(3));
            return day == null ? null : day.plusSeconds(24 * 3_600L);
        }
        return null;
    }

    /** Hours east of UTC, as RFC 822, section 5.1 meant them: A is one hour west, N one hour east. */
    private static int hours(char letter) {
        char upper = Character.toUpperCase(letter);
        if (upper <= 'M') {
            return -(upper - 'A' + (upper < 'J' ? 1 : 0));
        }
        return upper == 'Z' ? 0 : upper - 'N' + 1;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
