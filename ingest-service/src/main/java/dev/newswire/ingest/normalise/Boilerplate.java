package dev.newswire.ingest.normalise;

import java.util.ArrayList;
import java.util.List;
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
        List<String> kept = new ArrayList<>(paragraphs.lines().toList());
        if (!kept.isEmpty() && kept.get(0).equals(title)) {
            kept.remove(0);
        }
        while (!kept.isEmpty() && isInvitation(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return String.join("\n", kept);
    }

    private static boolean isInvitation(String line) {
        return line.length() <= LONGEST && LAST.matcher(line).matches();
    }
}
