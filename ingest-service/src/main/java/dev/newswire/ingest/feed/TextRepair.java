package dev.newswire.ingest.feed;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Mends what is wrong with the characters of a document, in one pass: entities of HTML that XML does not know, ampersands
 * and less-than signs that begin nothing, and characters that XML does not allow. The structure is left as it is.
 */
final class TextRepair {

    private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,10})|#[xX]([0-9a-fA-F]{1,8})|(\\w{1,40}));");

    /** Of all entities of the document's own together, in characters. */
    private static final int EXPANSION_LIMIT = 1_000_000;

    private final String text;
    private final Map<String, String> entities;
    private final StringBuilder mended;
    private final Matcher reference;

    private int expanded;

    private TextRepair(String text, Map<String, String> entities) {
        this.text = text;
        this.entities = entities;
        this.mended = new StringBuilder(text.length() + 64);
        this.reference = REFERENCE.matcher(text);
    }

    /**
     * The text with what can be mended.
     *
     * @param entities of the document's own, texts by name
     */
    static String mend(String text, Map<String, String> entities) {
        return new TextRepair(text, entities).mend();
    }

    private String mend() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<' && text.startsWith("<![CDATA[", at)) {
                at = copy(at, text.indexOf("]]>", at));
            } else if (c == '<' && text.startsWith("<!--", at)) {
                at = copy(at, text.indexOf("-->", at));
            } else if (c == '<' && !beginsTag(at)) {
                mended.append("&lt;");
                at++;
            } else if (c == '&') {
                at = mendReference(at);
            } else {
                at = mendCharacter(at);
            }
        }
        return mended.toString();
    }

    /** A tag begins with a name or one of a few signs, and ends before the next one begins; the last may be cut off. */
    private boolean beginsTag(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '/';
        if (!Character.isLetter(next) && "/!?_:".indexOf(next) < 0) {
            return false;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>') {
                return c == '>';
            }
        }
        return true;
    }

    /** Copies a section as it is, but for characters that are not allowed anywhere. */
    private int copy(int from, int to) {
        int end = to < 0 ? text.length() : to;
        int at = from;
        while (at < end) {
            at = mendCharacter(at);
        }
        return at;
    }

    private int mendCharacter(int at) {
        int character = text.codePointAt(at);
        if (isAllowed(character)) {
            mended.appendCodePoint(character);
        } else if (character < ' ') {
            mended.append(' ');
        }
        return at + Character.charCount(character);
    }

    private int mendReference(int at) {
        reference.region(at, Math.min(text.length(), at + 64));
        if (!reference.lookingAt()) {
            mended.append("&amp;");
            return at + 1;
        }
        String name = reference.group(3);
        if (name == null ? isAllowed(number()) : XML_ENTITIES.contains(name)) {
            mended.append(reference.group());
        } else if (name == null) {
            mended.append(' ');
        } else if (entities.containsKey(name) && expanded < EXPANSION_LIMIT) {
            append(entities.get(name));
        } else if (Entities.isNamedEntity(name)) {
            append(Entities.getByName(name));
        } else {
            mended.append("&amp;");
            return at + 1;
        }
        return reference.end();
    }

    private void append(String characters) {
        characters
                .codePoints()
                .filter(TextRepair::isAllowed)
                .forEach(c -> mended.append("&#").append(c).append(';'));
        expanded += characters.length();
    }

    private int number() {
        String digits = reference.group(1);
        long number = digits != null ? Long.parseLong(digits) : Long.parseLong(reference.group(2), 16);
        return number > Character.MAX_CODE_POINT ? 0 : (int) number;
    }

    /** Production 2 of XML 1.0. */
    private static boolean isAllowed(int character) {
        return character >= ' ' && character <= 0xD7FF
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000 && character <= 0x10FFFF;
    }
}
