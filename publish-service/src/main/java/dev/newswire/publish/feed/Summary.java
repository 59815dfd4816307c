package dev.newswire.publish.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentences of a text. */
public final class Summary {
    /** Most characters (UTF-16 code units) of a summary. */
    static final int MAX_LENGTH = 500;

    /** A sentence that ends earlier than this leaves so little that cutting the next one between words is better. */
    private static final int MIN_LENGTH = 80;

    private static final Pattern SENTENCE_END = Pattern.compile("([.!?…][\"'”’»)\\]]*(?=\\s))|([。！？][」』”）]*)");

    /** Words whose full stop seldom ends a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "adm", "maj", "sr", "jr", "ltd", "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col",
            "sgt", "capt", "st", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
            "nov", "dec", "inc", "corp", "co");

    private Summary() {}

    /** Whole sentences from the start of the text, at most {@link #MAX_LENGTH} characters of one line. */
    public static String of(String body) {
        String text = oneLine(body);
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = lastSentenceEnd(text);
        if (end >= MIN_LENGTH) {
            return text.substring(0, end);
        }
        return text.substring(0, lastWordEnd(text)) + "…";
    }

    /** The start of the body on one line; a little more than a summary holds, so that huge texts cost nothing. */
    private static String oneLine(String body) {
        StringBuilder line = new StringBuilder(2 * MAX_LENGTH);
        for (int i = 0; i < body.length() && line.length() < 2 * MAX_LENGTH; i++) {
            char c = body.charAt(i);
            if (!Character.isWhitespace(c)) {
                line.append(c);
                continue;
            }
            if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static int lastSentenceEnd(String text) {
        Matcher matcher = SENTENCE_END.matcher(text);
        int end = -1;
        while (matcher.find() && matcher.end() <= MAX_LENGTH) {
            if (!afterAbbreviation(text, matcher.start())) {
                end = matcher.end();
            }
        }
        return end;
    }

    private static boolean afterAbbreviation(String text, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, stop);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static int lastWordEnd(String text) {
        int limit = MAX_LENGTH - 1;
        int space = text.lastIndexOf(' ', limit);
        if (space >= MIN_LENGTH) {
            return space;
        }
        // A script without spaces, or one enormous word.
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
