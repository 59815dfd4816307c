package dev.newswire.ingest.normalise;

import java.util.regex.Pattern;

/** Lines that sites and feeds add around a text and that say nothing of its matter. */
public final class Boilerplate {

    private static final Pattern LAST =
            Pattern.compile("(?i)(?:continue reading|read (?:more|on|the (?:full|rest|whole) .*)"
                    + "|full (?:story|article)|view (?:original|comments)|the post .* (?:appeared first|first appeared) on .*"
                    + "|share this.*|comments?)[ .:…→»>]*(?:\\[.*])?|\\[?(?:…|\\.\\.\\.)]?");
    private static final int LONGEST = 200;

    private Boilerplate() {}

    /** The paragraphs, one a line, without a first one that repeats the title and without invitations at the end. */
    public static String without(String paragraphs, String title) {
        int start = paragraphs.startsWith(title) ? startAfter(paragraphs, title.length()) : 0;
        int end = paragraphs.length();
        while (start < end) {
            int last = Math.max(start, paragraphs.lastIndexOf('\n', end - 1) + 1);
            if (!isInvitation(paragraphs, last, end)) {
                break;
            }
            end = Math.max(start, last - 1);
        }
        return start == end ? "" : paragraphs.substring(start, end);
    }

    /** Where the second paragraph begins if the first one ends here; else 0. */
    private static int startAfter(String paragraphs, int firstEnd) {
        if (firstEnd == paragraphs.length()) {
            return firstEnd;
        }
        return paragraphs.charAt(firstEnd) == '\n' ? firstEnd + 1 : 0;
    }

    private static boolean isInvitation(String paragraphs, int start, int end) {
        return end - start <= LONGEST
                && LAST.matcher(paragraphs).region(start, end).matches();
    }
}
