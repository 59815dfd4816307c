package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a scraped page.
 *
 * @param number from 1
 * @param text cleaned; empty for a blank line
 */
record PageLine(int number, String text) {

    private static final int LONGEST_TIME = 60;

    /** The lines of a page. */
    static List<PageLine> of(String page) {
        List<PageLine> lines = new ArrayList<>();
        for (String line : Text.splitLines(page)) {
            lines.add(new PageLine(lines.size() + 1, Text.oneLine(line)));
        }
        return lines;
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /** Whether the line is nothing but a time, relative or written. */
    boolean isTime() {
        return !isBlank() && text.length() <= LONGEST_TIME && PublicationTime.isTime(text);
    }
}
