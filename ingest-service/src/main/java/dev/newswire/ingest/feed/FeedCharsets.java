package dev.newswire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a feed: a byte order mark or the shape of the first four bytes, else what HTTP says, else the XML
 * declaration, else UTF-8 (RFC 7303, section 3; XML 1.0, appendix F). What the bytes contradict is passed over.
 */
public final class FeedCharsets {

    private static final int DECLARATION_BYTES = 1_024;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,20}=\\s{0,20}[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s{0,20}charset\\s{0,20}=\\s{0,20}[\"']?([^\"';\\s]+)");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that are commonly used for a larger set than they name (WHATWG Encoding Standard, section 4.2). */
    private static final Map<String, List<String>> MEANT = Map.of(
            "iso-8859-1", List.of("windows-1252", "iso-8859-1"),
            "gb2312", List.of("gb2312", "gb18030"),
            "gbk", List.of("gbk", "gb18030"),
            "euc-kr", List.of("euc-kr", "x-windows-949"),
            "shift_jis", List.of("shift_jis", "windows-31j"),
            "big5", List.of("big5", "big5-hkscs"));

    /** The text of a document and what had to be guessed for it, or null. */
    record Decoded(String text, @Nullable String repair) {}

    private FeedCharsets() {}

    /** The encoding in a value of {@code Content-Type}; null where it names none, or none that is known. */
    public static @Nullable Charset ofContentType(@Nullable String contentType) {
        Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
        return parameter.find() ? named(parameter.group(1)) : null;
    }

    /**
     * The encoding that the first bytes of a document show, of those in which ASCII is not written as such: UTF-16, UTF-32
     * and EBCDIC; null for any other.
     */
    public static @Nullable Charset ofShape(byte[] head) {
        Charset charset = ByteShape.of(head).charset();
        return StandardCharsets.UTF_8.equals(charset) ? null : charset;
    }

    static Decoded decode(FeedDocument document) {
        byte[] bytes = document.content();
        ByteShape shape = ByteShape.of(bytes);
        Set<Charset> candidates = candidates(document, shape);
        Charset first = candidates.iterator().next();
        for (Charset candidate : candidates) {
            String text = strictly(bytes, shape.markLength(), candidate);
            if (text != null) {
                return new Decoded(text, candidate.equals(first) ? null : otherwise(first, candidate.name()));
            }
        }
        MixedUtf8.Mixture mixture = MixedUtf8.decode(bytes, shape.markLength(), WINDOWS_1252);
        if (mixture.isMixed()) {
            return new Decoded(mixture.text(), otherwise(first, "UTF-8 and windows-1252"));
        }
        boolean isAsStated = first.equals(StandardCharsets.UTF_8);
        return new Decoded(mixture.text(), isAsStated ? null : otherwise(first, "UTF-8"));
    }

    private static Set<Charset> candidates(FeedDocument document, ByteShape shape) {
        Set<Charset> candidates = new LinkedHashSet<>();
        if (shape.charset() != null) {
            candidates.add(shape.charset());
        }
        if (!shape.isWide()) {
            add(document.charset(), candidates);
            add(declared(document.content(), shape), candidates);
        }
        candidates.add(StandardCharsets.UTF_8);
        return candidates;
    }

    private static void add(@Nullable Charset charset, Set<Charset> candidates) {
        if (charset == null) {
            return;
        }
        List<String> names = MEANT.getOrDefault(charset.name().toLowerCase(Locale.ROOT), List.of(charset.name()));
        for (String name : names) {
            Charset meant = named(name);
            if (meant != null) {
                candidates.add(meant);
            }
        }
    }

    private static @Nullable Charset declared(byte[] bytes, ByteShape shape) {
        Charset family = shape.charset() == null ? StandardCharsets.ISO_8859_1 : shape.charset();
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), family);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? named(declared.group(1)) : null;
    }

    private static @Nullable Charset named(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException noName) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, from, bytes.length - from, charset);
            return text.indexOf('\uFFFD') < 0 ? text : null;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private static String otherwise(Charset stated, String used) {
        return "the feed is not valid " + stated.name() + ": read as " + used;
    }
}
