package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Compares HTML by what it means, since two programs write the same elements differently. */
final class SameHtml {

    private SameHtml() {}

    /** Whether the text is what is expected: the same characters, or, where it is HTML, the same elements. */
    static boolean matches(FeedText text, String expected) {
        return text.value().equals(expected)
                || (text.isHtml() && normal(text.value()).equals(normal(expected)));
    }

    /** Names of elements, and of attributes with an @, that the expected HTML has and ours has not. */
    static Set<String> missing(String ours, String expected) {
        Set<String> missing = names(expected);
        missing.removeAll(names(ours));
        return missing;
    }

    /** The text of the HTML without its tags. */
    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    private static String normal(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        for (Element element : document.body().getAllElements()) {
            List<Attribute> attributes = element.attributes().asList().stream()
                    .sorted(Comparator.comparing(Attribute::getKey))
                    .toList();
            element.clearAttributes();
            attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
        }
        return document.body().html().strip();
    }

    private static Set<String> names(String html) {
        Set<String> names = new TreeSet<>();
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (!element.normalName().equals("body")) {
                names.add("<" + element.normalName() + ">");
            }
            element.attributes().forEach(attribute -> names.add("@" + attribute.getKey()));
        }
        return names;
    }
}
