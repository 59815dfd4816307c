package dev.newswire.ingest.page;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The structure that an element's name, role and microdata declare. */
final class Structures {

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("nav", PageTree.NAV),
            Map.entry("aside", PageTree.ASIDE),
            Map.entry("footer", PageTree.FOOTER),
            Map.entry("header", PageTree.HEADER),
            Map.entry("form", PageTree.FORM),
            Map.entry("figure", PageTree.FIGURE),
            Map.entry("table", PageTree.TABLE),
            Map.entry("ul", PageTree.LIST),
            Map.entry("ol", PageTree.LIST),
            Map.entry("dl", PageTree.LIST),
            Map.entry("article", PageTree.ARTICLE),
            Map.entry("main", PageTree.MAIN),
            Map.entry("dialog", PageTree.ASIDE));

    private static final Map<String, Integer> ROLES = Map.ofEntries(
            Map.entry("navigation", PageTree.NAV),
            Map.entry("menu", PageTree.NAV),
            Map.entry("menubar", PageTree.NAV),
            Map.entry("complementary", PageTree.ASIDE),
            Map.entry("dialog", PageTree.ASIDE),
            Map.entry("alertdialog", PageTree.ASIDE),
            Map.entry("contentinfo", PageTree.FOOTER),
            Map.entry("banner", PageTree.HEADER),
            Map.entry("search", PageTree.FORM),
            Map.entry("article", PageTree.ARTICLE),
            Map.entry("main", PageTree.MAIN));

    private Structures() {}

    static int of(Element element) {
        int structure = NAMES.getOrDefault(element.normalName(), 0);
        if (element.attributesSize() == 0) {
            return structure;
        }
        String role = element.attr("role");
        if (!role.isEmpty()) {
            structure |= ROLES.getOrDefault(role.toLowerCase(Locale.ROOT), 0);
        }
        if (element.attr("itemprop").equals("articleBody")) {
            structure |= PageTree.DECLARED;
        }
        return isHidden(element) ? structure | PageTree.HIDDEN : structure;
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        if (style.length() < "display:none".length()) {
            return false;
        }
        String dense = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return dense.contains("display:none") || dense.contains("visibility:hidden");
    }
}
