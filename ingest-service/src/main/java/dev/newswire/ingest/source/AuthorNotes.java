package dev.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes about the authors that close an opinion piece: "(Ann Lee is a fellow at …)". */
final class AuthorNotes {

    private static final String WORD =
            "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|d[aeiou]s?|del|della|der|den|van|von|al|bin|ibn|la|le|el|y|e)";
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: " + WORD + "){1,5}";
    private static final Pattern NOTE = Pattern.compile(
            "[(\\[]\\s*(?<names>" + NAME + "(?:(?:, | and |, and | & )" + NAME
                    + "){0,5})(?:, \\p{Ll}[^,)]{0,100},)? (?:is|are|was|were|has|have|\\p{Ll}{3,12}[^s]s) .{10,}[)\\]]\\.?");
    private static final Pattern BETWEEN = Pattern.compile(", and |, | and | & ");
    private static final int LONGEST = 1_500;

    private AuthorNotes() {}

    /** Removes the notes at the end of the text and tells the names in them, in order. */
    static List<String> takeFrom(List<PageLine> lines) {
        List<String> names = new ArrayList<>();
        while (!lines.isEmpty()) {
            Matcher note = NOTE.matcher(lines.get(lines.size() - 1).text());
            if (lines.get(lines.size() - 1).text().length() > LONGEST || !note.matches()) {
                break;
            }
            names.addAll(0, List.of(BETWEEN.split(note.group("names"))));
            lines.remove(lines.size() - 1);
        }
        return names;
    }
}
