package dev.newswire.ingest.normalise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Percent escapes in one form (RFC 3986 §6.2.2): needless ones decoded, needed ones added, digits in upper case. */
final class UrlEscapes {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String RESERVED = "!$&'()*+,;=:@/?#";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UrlEscapes() {}

    /** The text with every escape in its normal form; bytes that need one and have none get one. */
    static String normalise(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' && isEscape(text, i)) {
                appendDecodedOrEscaped(Integer.parseInt(text.substring(i + 1, i + 3), 16), out);
                i += 3;
                continue;
            }
            i += Character.charCount(c);
            if (isUnreserved(c) || (c < 0x80 && RESERVED.indexOf(c) >= 0)) {
                out.append((char) c);
                continue;
            }
            appendUtf8(c, out);
        }
        return out.toString();
    }

    /** A path in its normal form with dot segments resolved (RFC 3986 §5.2.4). */
    static String path(String raw) {
        List<String> kept = new ArrayList<>();
        String[] segments = normalise(raw).split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i];
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!segment.equals(".") && !segment.equals("..")) {
                kept.add(segment);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return kept.isEmpty() ? "" : "/" + String.join("/", kept);
    }

    /** The text with its escapes decoded as UTF-8. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '%' && isEscape(text, i)) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
                continue;
            }
            int next = text.offsetByCodePoints(i, 1);
            bytes.writeBytes(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
            i = next;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 0x80
                && text.charAt(at + 2) < 0x80;
    }

    private static void appendDecodedOrEscaped(int octet, StringBuilder out) {
        if (isUnreserved(octet)) {
            out.append((char) octet);
            return;
        }
        appendEscape(octet, out);
    }

    private static void appendUtf8(int c, StringBuilder out) {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            appendEscape(octet & 0xFF, out);
        }
    }

    private static void appendEscape(int octet, StringBuilder out) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && UNRESERVED_MARKS.indexOf(c) >= 0);
    }
}
