package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.PublicationTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The lines between a headline and its text that repeat what the page's metadata says: byline and date. */
final class HeadLines {

    private static final int LINES_LOOKED_AT = 6;
    private static final int LONGEST = 120;
    private static final Pattern TIME_LABEL = Pattern.compile(
            "(?i)^(?:(?:first )?published|posted|(?:last )?(?:updated|modified)|updated)(?: on| at)?[: ]+");

    private HeadLines() {}

    /** The paragraphs, one a line, without such lines among the first ones. */
    static String without(String paragraphs, List<String> authors) {
        List<String> kept = new ArrayList<>();
        int seen = 0;
        for (String line : paragraphs.lines().toList()) {
            if (seen++ >= LINES_LOOKED_AT || !repeatsMetadata(line, authors)) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    private static boolean repeatsMetadata(String line, List<String> authors) {
        if (line.length() > LONGEST) {
            return false;
        }
        boolean isTime = PublicationTime.isTime(TIME_LABEL.matcher(line).replaceFirst(""));
        return isTime || isByline(line.toLowerCase(Locale.ROOT), authors);
    }

    private static boolean isByline(String line, List<String> authors) {
        String rest = line;
        for (String author : authors) {
            rest = rest.replace(author.toLowerCase(Locale.ROOT), "");
        }
        boolean namesNone = rest.equals(line);
        return !namesNone && rest.length() <= line.length() / 2 && !Prose.endsSentence(line);
    }
}
