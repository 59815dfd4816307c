package dev.newswire.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a site, as titles on it carry it at their end. */
final class SiteName {

    private static final Pattern SUFFIX = Pattern.compile("\\s+(?:[|–—·•»]|-|::)\\s+[^|–—·•»]{2,60}$");
    private static final Pattern DANGLING = Pattern.compile("\\s*[|–—·•»:-]+$");

    /** A headline of three words or more, then sections and sites of five at most. */
    private static final Pattern BEFORE_BARS =
            Pattern.compile("(\\S+(?: (?!\\| )\\S+){2,})(?: \\|(?: (?!\\| )\\S+){1,5})+");

    private final String name;

    /** Null or blank where the page does not give its site's name. */
    SiteName(@Nullable String name) {
        this.name = name == null ? "" : name.strip();
    }

    /** Whether a text is this name and nothing else. */
    boolean is(String text) {
        return !name.isEmpty() && text.equalsIgnoreCase(name);
    }

    /** A title without this name behind a separator at its end. */
    String cutOff(String title) {
        int start = title.length() - name.length();
        if (name.isEmpty() || start <= 0 || !title.regionMatches(true, start, name, 0, name.length())) {
            return title;
        }
        String rest = title.substring(0, start).strip();
        String cut = DANGLING.matcher(rest).replaceFirst("");
        return cut.isEmpty() || cut.equals(rest) ? title : cut;
    }

    /** A title without the sections and sites behind bars ("Headline | Opinion | Paper"). */
    static String cutOffBars(String title) {
        Matcher bars = BEFORE_BARS.matcher(title);
        return bars.matches() ? bars.group(1) : title;
    }

    /** A title without this name or, where it does not end with that, what follows the last separator like one. */
    String cutOffAny(String title) {
        String cut = cutOff(title);
        return cut.equals(title) ? SUFFIX.matcher(title).replaceFirst("") : cut;
    }
}
