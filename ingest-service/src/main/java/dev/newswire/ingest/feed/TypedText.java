package dev.newswire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads an element that holds a text: the types of Atom 1.0 (RFC 4287, sections 3.1 and 4.1.3), types and modes of Atom
 * 0.3, and RSS, where a text is HTML if it looks like it.
 */
final class TypedText {

    private static final Set<String> HTML = Set.of("html", "text/html", "xhtml", "application/xhtml+xml");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\\s/>])|<!--");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(\\w{2,32}));");

    private TypedText() {}

    /** The text of the element; null where there is none, or none that is text. */
    static @Nullable FeedText of(@Nullable FeedElement element) {
        if (element == null) {
            return null;
        }
        FeedText text = read(element, type(element), mode(element));
        return text == null || text.value().isEmpty() ? null : text;
    }

    private static @Nullable FeedText read(FeedElement element, String type, String mode) {
        if (element.hasChildren()) {
            return inline(element, type);
        }
        String text = element.text();
        if (mode.equals("base64") || isBinary(type, element)) {
            String decoded = decoded(text);
            return decoded == null ? null : typed(decoded, type, element);
        }
        boolean isMarkup = type.equals("xhtml") || (HTML.contains(type) && mode.equals("xml"));
        return typed(isMarkup ? Entities.escape(text) : text, type, element);
    }

    /** Escaped HTML within a lone {@code div} is a known mistake: both were meant to carry it. */
    private static FeedText inline(FeedElement element, String type) {
        FeedElement container = Markup.container(element);
        boolean isEscaped = container != element && type.equals("html") && !container.hasChildren();
        String html = isEscaped ? container.text() : Markup.inside(container);
        return html(html, container.base(), element);
    }

    private static FeedText typed(String text, String type, FeedElement element) {
        boolean isStated = !type.isEmpty() || element.vocabulary() == Vocabulary.ATOM;
        boolean isOpen = !isStated || (type.equals("text/plain") && element.vocabulary() != Vocabulary.ATOM);
        if (HTML.contains(type) || (isOpen && looksLikeHtml(text))) {
            return html(text, element.base(), element);
        }
        return new FeedText(text, false, element.language());
    }

    private static FeedText html(String html, String base, FeedElement element) {
        return new FeedText(HtmlSanitiser.clean(html, base), true, element.language());
    }

    private static String type(FeedElement element) {
        String type = element.attribute("type");
        String name = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        int parameters = name.indexOf(';');
        return parameters < 0 ? name : name.substring(0, parameters).strip();
    }

    private static String mode(FeedElement element) {
        String mode = element.attribute("mode");
        return mode == null ? "" : mode.strip().toLowerCase(Locale.ROOT);
    }

    /** Of a media type that Atom 1.0 carries in Base64. */
    private static boolean isBinary(String type, FeedElement element) {
        return element.vocabulary() == Vocabulary.ATOM
                && type.indexOf('/') > 0
                && !type.startsWith("text/")
                && !type.endsWith("+xml")
                && !type.endsWith("/xml");
    }

    private static @Nullable String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return null;
        }
    }

    /** Whether there is a tag of HTML, the end of any element or a reference to a character in it. */
    static boolean looksLikeHtml(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return false;
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            boolean isEnd = text.charAt(tag.start() + 1) == '/';
            if (tag.group(1) == null || isEnd || Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            if (reference.group(1) == null || Entities.isNamedEntity(reference.group(1))) {
                return true;
            }
        }
        return false;
    }
}
