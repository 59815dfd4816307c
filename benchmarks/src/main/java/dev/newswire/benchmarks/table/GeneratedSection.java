package dev.newswire.benchmarks.table;

import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a page that a command writes anew; what people wrote around it stays. */
final class GeneratedSection {
    static final String BEGIN = "<!-- Written by ./newswire bench; edits are lost. -->";
    static final String END = "<!-- End of what ./newswire bench writes. -->";

    private GeneratedSection() {}

    /**
     * Puts these lines in the place of those that stand between the marks.
     *
     * @throws DataException if the page lacks a mark
     */
    static void write(Path page, List<String> lines) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), lines, page.toString()));
    }

    static String replaced(String page, List<String> lines, String name) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new DataException(name + " lacks the lines between which the table goes: \"" + BEGIN + "\" and \""
                    + END + "\". Put them where it shall stand.");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + String.join("\n", lines) + "\n\n"
                + page.substring(end);
    }
}
