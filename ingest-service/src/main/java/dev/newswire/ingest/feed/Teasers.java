package dev.newswire.ingest.feed;

import java.util.regex.Pattern;

/**
 * Tells teasers from texts. An item is a teaser if its longest text ends as something cut short does ("…", "[...]",
 * "Read more"), or if it has no full text of its own and a summary that is shorter than any article.
 */
final class Teasers {

    /** Two or three sentences; articles of fewer characters hardly exist. */
    private static final int SHORT_CHARACTERS = 500;

    private static final int TAIL_CHARACTERS = 120;

    private static final Pattern CUT = Pattern.compile(
            "(?:…|\\.\\.\\.|\\[(?:…|\\.\\.\\.|&hellip;)]"
                    + "|(?:read|see|view) (?:more|on|the (?:full|whole|rest)[^.]{0,40})|continue reading[^.]{0,60}"
                    + "|full (?:story|article)|weiterlesen|lire la suite|leer más|seguir leyendo|続きを読む)[\\s.…»>→\\])]*\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Teasers() {}

    static boolean isTeaser(FeedItem item) {
        FeedText text = item.text();
        if (text == null) {
            return true;
        }
        String plain = text.paragraphs();
        String tail = plain.substring(Math.max(0, plain.length() - TAIL_CHARACTERS));
        return CUT.matcher(tail).find() || (item.content() == null && plain.length() < SHORT_CHARACTERS);
    }
}
