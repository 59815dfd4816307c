package dev.newswire.ingest.source;

import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Makes the references of a feed absolute as {@code xml:base} says, on every level. */
final class XmlBase {

    private static final String BASE = "base";
    private static final Set<String> ATTRIBUTES = Set.of("href", "src");
    private static final Set<String> TEXTS = Set.of("link", "uri", "icon", "logo", "comments");

    private XmlBase() {}

    /** Resolves in place and removes the bases, so that nobody resolves twice. */
    static void resolve(Document feed, @Nullable String fetchedFrom) {
        resolve(feed.getRootElement(), fetchedFrom == null ? "" : fetchedFrom);
    }

    private static void resolve(Element element, String inherited) {
        Attribute stated = element.getAttribute(BASE, Namespace.XML_NAMESPACE);
        String base = inherited;
        if (stated != null) {
            base = absolute(inherited, stated.getValue());
            element.removeAttribute(stated);
        }
        for (Attribute attribute : element.getAttributes()) {
            if (ATTRIBUTES.contains(attribute.getName()) && !base.isEmpty()) {
                attribute.setValue(absolute(base, attribute.getValue()));
            }
        }
        if (!base.isEmpty() && element.getChildren().isEmpty() && isReference(element)) {
            element.setText(absolute(base, element.getTextTrim()));
        }
        for (Element child : element.getChildren()) {
            resolve(child, base);
        }
    }

    private static boolean isReference(Element element) {
        return TEXTS.contains(element.getName()) && !element.getTextTrim().isEmpty();
    }

    /** The reference itself where there is nothing to resolve it against. */
    private static String absolute(String base, String reference) {
        String resolved = StringUtil.resolve(base, reference.strip());
        return resolved.isEmpty() ? reference : resolved;
    }
}
