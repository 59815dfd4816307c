package dev.newswire.ingest.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.newswire.ingest.feed.FeedCharsets;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a page. A byte order mark, or bytes of the shape of UTF-16, decide; then bytes that are valid UTF-8 beyond ASCII, because nothing else looks
 * like that; then what the sender and the page declare; then what the bytes look like to ICU's detector.
 *
 * @param charset to decode with
 * @param warning what was assumed, else null
 */
record PageCharset(Charset charset, @Nullable String warning) {

    private static final Pattern DECLARED = Pattern.compile(
            "(?i)(?:<meta[^>]{0,300}?charset\\s*=|<\\?xml[^>]{0,100}?encoding\\s*=)\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})");
    private static final int DECLARED_WITHIN = 4_096;
    private static final int DETECTED_FROM = 64 * 1024;

    /** Browsers read these names as the wider encodings that pages under them are really in. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("US-ASCII", "windows-1252"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("ISO-8859-11", "x-windows-874"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("EUC-KR", "x-windows-949"));

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a detector may say of bytes that are not UTF-8; others are its mistakes on pages of text. */
    private static final Set<String> DETECTABLE = Set.of(
            "UTF-16BE",
            "UTF-16LE",
            "Shift_JIS",
            "GB18030",
            "EUC-JP",
            "EUC-KR",
            "Big5",
            "ISO-2022-JP",
            "ISO-2022-KR",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "KOI8-R",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9");

    /** Of a page whose sender declares this encoding, or none. */
    static PageCharset of(byte[] content, @Nullable Charset stated) {
        Charset wide = FeedCharsets.ofShape(content);
        if (wide != null) {
            return new PageCharset(wide, null);
        }
        Utf8.Validity validity = Utf8.validity(content);
        if (validity == Utf8.Validity.VALID) {
            return new PageCharset(StandardCharsets.UTF_8, null);
        }
        Charset declared = stated == null ? declared(content) : stated;
        boolean declaresOther = declared != null && !StandardCharsets.UTF_8.equals(declared);
        if (declaresOther && declared != null) {
            return new PageCharset(wider(declared), null);
        }
        if (validity == Utf8.Validity.ASCII) {
            return new PageCharset(StandardCharsets.UTF_8, null);
        }
        if (validity == Utf8.Validity.DAMAGED) {
            return new PageCharset(
                    StandardCharsets.UTF_8, "some bytes of the page are not valid UTF-8 and were replaced");
        }
        Charset detected = detected(content);
        return new PageCharset(
                detected, "the page is not in UTF-8 and declares no other encoding: taken as " + detected.name());
    }

    /** The text of the page without a byte order mark, decoded as it is read: one string of it takes three times as long. */
    Reader reader(byte[] content) {
        byte[] mark = BYTE_ORDER_MARK.getBytes(charset);
        boolean isMarked = charset.name().startsWith("UTF") && Arrays.mismatch(mark, content) == mark.length;
        int start = isMarked ? mark.length : 0;
        return new InputStreamReader(new ByteArrayInputStream(content, start, content.length - start), charset);
    }

    private static @Nullable Charset declared(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        return declaration.find() ? named(declaration.group(1)) : null;
    }

    private static Charset detected(byte[] content) {
        byte[] head = content.length > DETECTED_FROM ? Arrays.copyOf(content, DETECTED_FROM) : content;
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        for (CharsetMatch match : detector.setText(head).detectAll()) {
            Charset charset = DETECTABLE.contains(match.getName()) ? named(match.getName()) : null;
            if (charset != null) {
                return wider(charset);
            }
        }
        return wider(StandardCharsets.ISO_8859_1);
    }

    /** UTF-16 that a page declares in single bytes cannot be meant. */
    private static @Nullable Charset named(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static Charset wider(Charset charset) {
        String wider = WIDER.getOrDefault(charset.name(), charset.name());
        return Charset.isSupported(wider) ? Charset.forName(wider) : charset;
    }
}
