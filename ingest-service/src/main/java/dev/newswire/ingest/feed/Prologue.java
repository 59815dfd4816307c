package dev.newswire.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the root element: declarations, comments and perhaps a document type. None of it is given to a parser,
 * so that no document type can make it fetch or expand anything.
 *
 * @param rootAt offset of the root element; the length of the text where there is none
 * @param hasJunk whether something stands there that XML does not allow
 * @param documentType what it declares, or null where there is none
 */
record Prologue(int rootAt, boolean hasJunk, @Nullable DocumentType documentType) {

    private static final int JUNK_LIMIT = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("<(?:\\w+:)?(\\w+)");
    private static final Pattern ROOT =
            Pattern.compile("<(?:\\w{1,20}:)?(?:rss|rdf|feed|urlset|sitemapindex)[\\s/>]", Pattern.CASE_INSENSITIVE);

    /**
     * Reads it.
     *
     * @throws FeedException if the document type declares what {@link DocumentType} does not take
     */
    static Prologue of(String text) throws FeedException {
        int at = 0;
        boolean hasJunk = false;
        DocumentType documentType = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '<' ? end(text, at) : at + 1;
            if (end < 0) {
                return behindJunk(text, at, hasJunk, documentType);
            }
            boolean isLateDeclaration = at > 0 && text.startsWith("<?xml ", at);
            hasJunk |= isLateDeclaration || (c != '<' && c > ' ' && c != '\uFEFF');
            if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                documentType = DocumentType.of(text.substring(at, end));
            }
            at = end;
        }
        return new Prologue(text.length(), hasJunk, documentType);
    }

    /** Where a template put a message before the feed, the feed begins behind it. */
    private static Prologue behindJunk(String text, int at, boolean hasJunk, @Nullable DocumentType documentType) {
        Matcher name = NAME.matcher(text).region(at, Math.min(text.length(), at + 200));
        if (!name.lookingAt() || Roots.isOne(name.group(1))) {
            return new Prologue(at, hasJunk, documentType);
        }
        Matcher root = ROOT.matcher(text).region(at, Math.min(text.length(), at + JUNK_LIMIT));
        return root.find() ? new Prologue(root.start(), true, documentType) : new Prologue(at, hasJunk, documentType);
    }

    /** End of the declaration, comment or document type that begins here; negative where an element does. */
    private static int end(String text, int at) {
        if (text.startsWith("<?", at)) {
            return after(text, "?>", at);
        }
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at);
        }
        return text.startsWith("<!", at) ? endOfDocumentType(text, at) : -1;
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static int endOfDocumentType(String text, int from) {
        boolean inSubset = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? at : close;
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at) - 1;
            } else if (c == '[' || c == ']') {
                inSubset = c == '[';
            } else if (c == '>' && !inSubset) {
                return at + 1;
            }
        }
        return text.length();
    }
}
