package dev.newswire.ingest.source;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a site, as titles on it carry it at their end. */
final class SiteName {

    private static final Pattern SUFFIX = Pattern.compile("\\s+(?:[|–—·•»]|-|::)\\s+[^|–—·•»]{2,60}$");
    private static final Pattern DANGLING = Pattern.compile("\\s*[|–—·•»:-]+$");

    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final int HEADLINE_WORDS = 3;
    private static final int SECTION_WORDS = 5;

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
        String[] parts = BAR.split(title, -1);
        boolean areSections = Arrays.stream(parts).skip(1).allMatch(part -> words(part) <= SECTION_WORDS);
        return areSections && words(parts[0]) >= HEADLINE_WORDS ? parts[0] : title;
    }

    private static long words(String text) {
        return text.chars().filter(c -> c == ' ').count() + 1;
    }

    /** A title without this name or, where it does not end with that, what follows the last separator like one. */
    String cutOffAny(String title) {
        String cut = cutOff(title);
        return cut.equals(title) ? SUFFIX.matcher(title).replaceFirst("") : cut;
    }
}
