package dev.newswire.ingest.source;

import dev.newswire.ingest.feed.FeedCharsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the form of a document by its first bytes; names and declared types can lie. */
public final class Sniffer {

    /** How much of a document is enough to tell, in bytes. */
    public static final int WINDOW_BYTES = 64 * 1024;

    private static final List<byte[]> MAGIC_NUMBERS = List.of(
            bytes(0x1F, 0x8B), // gzip
            bytes(0x28, 0xB5, 0x2F, 0xFD), // zstd
            bytes('P', 'K', 3, 4),
            bytes('%', 'P', 'D', 'F', '-'),
            bytes(0x89, 'P', 'N', 'G'),
            bytes('G', 'I', 'F', '8'),
            bytes(0xFF, 0xD8, 0xFF), // JPEG
            bytes(0x7F, 'E', 'L', 'F'));

    private static final int CONTROLS_TOLERATED_PER_THOUSAND = 2;

    private static final Pattern FEED_ROOT = Pattern.compile(
            "\\A<(?:\\w{1,20}:)?(?:rss|feed|rdf|channel|urlset|sitemapindex)[\\s/>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_FEED = Pattern.compile(
            "\"version\"\\s{0,20}:\\s{0,20}\"https?:\\\\?/\\\\?/(?:www\\.)?jsonfeed\\.org\\\\?/version");
    private static final Pattern HTML_ELEMENT = Pattern.compile(
            "\\A<(?:html|head|body|title|meta|link|script|style|article|main|section|div|p|h[1-6]|span|a|ul|ol|table|header|nav)[\\s/>]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_DOCTYPE = Pattern.compile("<!doctype\\s+html", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_ARRAY = Pattern.compile("\\A\\[\\s*(?:[{\\[\"\\]]|-?\\d|true|false|null|\\z)");
    private static final Pattern ARCHIVE = Pattern.compile("\\A(?:WARC/\\d|filedesc://\\S)");
    private static final int LINES_COUNTED = 20;

    private Sniffer() {}

    /**
     * The form of the document.
     *
     * @param head its first bytes, {@value #WINDOW_BYTES} or all there are
     */
    public static DocumentType typeOf(byte[] head) {
        Charset wide = FeedCharsets.ofShape(head);
        if (wide != null) {
            return typeOfWide(new String(head, wide));
        }
        if (hasMagicNumber(head)) {
            return DocumentType.BINARY;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (text.startsWith("<") && typeOfMarkup(text) == DocumentType.FEED) {
            return DocumentType.FEED;
        }
        if (ARCHIVE.matcher(text).find()) {
            return DocumentType.ARCHIVE;
        }
        if (hasManyControls(head)) {
            return DocumentType.BINARY;
        }
        if (text.isEmpty()) {
            return DocumentType.EMPTY;
        }
        if (text.charAt(0) == '<') {
            return typeOfMarkup(text);
        }
        if (text.charAt(0) == '{' && JSON_FEED.matcher(text).find()) {
            return DocumentType.FEED;
        }
        if (looksLikeJsonLines(text) || isWithinLongLine(head, text)) {
            return DocumentType.NDJSON;
        }
        boolean isJson = text.charAt(0) == '{' || JSON_ARRAY.matcher(text).find();
        return isJson ? DocumentType.JSON : DocumentType.SCRAPED_PAGE;
    }

    /** Of the encodings that are no superset of ASCII only feeds and pages are read. */
    private static DocumentType typeOfWide(String head) {
        String text = head.replace("\uFEFF", "").strip();
        DocumentType type = text.startsWith("<") ? typeOfMarkup(text) : DocumentType.BINARY;
        return type == DocumentType.FEED || type == DocumentType.HTML ? type : DocumentType.BINARY;
    }

    private static DocumentType typeOfMarkup(String text) {
        String root = text.substring(rootAt(text));
        if (FEED_ROOT.matcher(root).find()) {
            return DocumentType.FEED;
        }
        boolean isHtml = HTML_ELEMENT.matcher(root).find()
                || HTML_DOCTYPE
                        .matcher(text.substring(0, text.length() - root.length()))
                        .find();
        if (isHtml) {
            return DocumentType.HTML;
        }
        if (text.startsWith("<?xml")) {
            return DocumentType.OTHER_XML;
        }
        return isFeedBehindJunk(text) ? DocumentType.FEED : DocumentType.HTML;
    }

    /** What a failing server wrote before its feed began, such as warnings in bold. */
    private static boolean isFeedBehindJunk(String text) {
        int declaration = text.indexOf("<?xml ");
        if (declaration < 0) {
            return false;
        }
        String rest = text.substring(declaration);
        return FEED_ROOT.matcher(rest.substring(rootAt(rest))).find();
    }

    /** Where the first element begins, behind declarations, comments and white space. */
    private static int rootAt(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = prologueEnd(text, at);
            if (end < 0) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int prologueEnd(String text, int at) {
        if (text.startsWith("<?", at)) {
            return after(text, "?>", at);
        }
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at);
        }
        if (!text.startsWith("<!", at)) {
            return -1;
        }
        int subset = text.indexOf('[', at);
        int end = text.indexOf('>', at);
        boolean hasSubset = subset >= 0 && subset < end;
        return after(text, ">", hasSubset ? after(text, "]", subset) : at);
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    /** Half of the first lines being objects is enough: some of them may be broken. */
    private static boolean looksLikeJsonLines(String text) {
        if (text.charAt(0) == '[') {
            return false;
        }
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES_COUNTED)
                .toList();
        long objects = lines.stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}") && line.length() > 2)
                .count();
        return lines.size() > 1 && objects > 0 && objects * 2 >= lines.size();
    }

    /** An object that goes on and on without a line break is the first line of several, or one that may be read as such. */
    private static boolean isWithinLongLine(byte[] head, String text) {
        return head.length >= WINDOW_BYTES && text.charAt(0) == '{' && text.indexOf('\n') < 0;
    }

    private static boolean hasMagicNumber(byte[] head) {
        return MAGIC_NUMBERS.stream().anyMatch(magic -> startsWith(head, magic));
    }

    private static boolean hasManyControls(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) {
                controls++;
            }
        }
        return controls * 1_000L > (long) head.length * CONTROLS_TOLERATED_PER_THOUSAND;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** What a document of this form is called in a sentence. */
    static String name(DocumentType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
