package dev.newswire.ingest.feed;

import java.nio.charset.Charset;

/** Control characters that stand where somebody took windows-1252 for ISO 8859-1: they mean quotation marks and dashes. */
final class WindowsControls {

    private static final String MEANT = meant();

    private WindowsControls() {}

    static String mend(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return mendFrom(i, text);
            }
        }
        return text;
    }

    private static String mendFrom(int first, String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                mended.setCharAt(i, MEANT.charAt(c - '\u0080'));
            }
        }
        return mended.toString();
    }

    private static boolean isControl(char c) {
        return c >= '\u0080' && c <= '\u009F';
    }

    private static String meant() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }
}
