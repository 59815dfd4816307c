package dev.newswire.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the forms compare in which a page gives its headline. */
final class TitleWords {

    /** Shorter headings stand in many texts by chance. */
    static final int SHORTEST_HEADING = 10;

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·•»:-]+\\s+|:\\s+(?=\\S+$)|\\s+\\(");
    private static final Pattern SITE_PREFIX = Pattern.compile(".{2,40}(?::|\\s[|–—·•»-])\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Search engines show 110 characters of a headline; shorter ones are not cut for them. */
    private static final int CUT_LENGTH = 90;

    private TitleWords() {}

    /** Whether a text goes on where the other one stops within a sentence: publishers cut headlines to a length. */
    static boolean isCutFrom(String whole, String part) {
        return part.length() >= CUT_LENGTH
                && whole.length() > part.length()
                && whole.regionMatches(true, 0, part, 0, part.length())
                && !SEPARATOR
                        .matcher(whole)
                        .region(part.length(), whole.length())
                        .lookingAt();
    }

    /** The metadata begin or end with the heading; what is left may be the name of the site. */
    static boolean agree(String heading, String title) {
        String shown = heading.toLowerCase(Locale.ROOT);
        String told = title.toLowerCase(Locale.ROOT);
        if (shown.equals(told)) {
            return true;
        }
        if (shown.length() < SHORTEST_HEADING) {
            return false;
        }
        boolean begins = told.startsWith(shown)
                && SEPARATOR.matcher(told.substring(shown.length())).lookingAt();
        return begins
                || (told.endsWith(shown)
                        && SITE_PREFIX
                                .matcher(told.substring(0, told.length() - shown.length()))
                                .matches());
    }

    /** In lower case, in order. */
    static List<String> of(String title) {
        return NO_WORD.splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
