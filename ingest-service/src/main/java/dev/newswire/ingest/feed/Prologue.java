package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the root element: declarations, comments and perhaps a document type. None of it is given to a parser,
 * so that no document type can make it fetch or expand anything.
 *
 * @param rootAt offset of the root element; the length of the text where there is none
 * @param hasJunk whether something stands there that XML does not allow
 * @param hasDocumentType whether there is a document type, which may declare the entities of HTML
 */
record Prologue(int rootAt, boolean hasJunk, boolean hasDocumentType) {

    private static final int JUNK_LIMIT = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("<(?:\\w+:)?(\\w+)");
    private static final Pattern ROOT =
            Pattern.compile("<(?:\\w{1,20}:)?(?:rss|rdf|feed|urlset|sitemapindex)[\\s/>]", Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN_ENTITY = Pattern.compile("<!ENTITY\\s+[^%\\s]");
    private static final Pattern FOREIGN_ENTITY =
            Pattern.compile("<!ENTITY\\s+%\\s+\\S{1,200}\\s+(?!PUBLIC\\s+[\"']-//W3C//ENTITIES )");

    /**
     * Reads it.
     *
     * @throws FeedException if the document type declares entities other than the W3C's sets of characters
     */
    static Prologue of(String text) throws FeedException {
        int at = 0;
        boolean hasJunk = false;
        boolean hasDocumentType = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '<' ? end(text, at) : at + 1;
            if (end < 0) {
                return behindJunk(text, at, hasJunk, hasDocumentType);
            }
            boolean isLateDeclaration = at > 0 && text.startsWith("<?xml ", at);
            hasJunk |= isLateDeclaration || (c != '<' && c > ' ' && c != '\uFEFF');
            hasDocumentType |= text.regionMatches(true, at, "<!DOCTYPE", 0, 9);
            at = end;
        }
        return new Prologue(text.length(), hasJunk, hasDocumentType);
    }

    /** Where a template put a message before the feed, the feed begins behind it. */
    private static Prologue behindJunk(String text, int at, boolean hasJunk, boolean hasDocumentType) {
        Matcher name = NAME.matcher(text).region(at, Math.min(text.length(), at + 200));
        if (!name.lookingAt() || Roots.isOne(name.group(1))) {
            return new Prologue(at, hasJunk, hasDocumentType);
        }
        Matcher root = ROOT.matcher(text).region(at, Math.min(text.length(), at + JUNK_LIMIT));
        return root.find()
                ? new Prologue(root.start(), true, hasDocumentType)
                : new Prologue(at, hasJunk, hasDocumentType);
    }

    /** End of the declaration, comment or document type that begins here; negative where an element does. */
    private static int end(String text, int at) throws FeedException {
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

    private static int endOfDocumentType(String text, int from) throws FeedException {
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
                refuseEntities(text.substring(from, at));
                return at + 1;
            }
        }
        refuseEntities(text.substring(from));
        return text.length();
    }

    private static void refuseEntities(String documentType) throws FeedException {
        if (OWN_ENTITY.matcher(documentType).find()
                || FOREIGN_ENTITY.matcher(documentType).find()) {
            throw new FeedException(
                    Kind.UNSUPPORTED, "the feed's document type (DOCTYPE) declares entities, which are not read");
        }
    }
}
