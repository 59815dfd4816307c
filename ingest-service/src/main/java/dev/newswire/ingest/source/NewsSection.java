package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The section of the publication that an article stands in ("Politics"): as the page declares it for machines, else the
 * innermost step of its breadcrumbs above the article itself.
 */
final class NewsSection {

    private static final String[] NAMES = {
        "article:section", "og:article:section", "og:section", "parsely-section", "articlesection", "section"
    };

    /** What a system for publishing fills in where nobody chose a section, and what is no name. */
    private static final Pattern NO_SECTION =
            Pattern.compile("(?iu)uncategori[sz]ed|null|undefined|none|n/a|.*://.*|[^\\p{L}]*");

    /** How front pages are called. */
    private static final Pattern HOME =
            Pattern.compile("(?iu)home|home ?page|front ?page|main ?page|start|startseite|accueil|inicio|início|portada"
                    + "|home-page|hjem|hem|forside|etusivu|strona główna|главная|ホーム|トップ|首页|首頁|홈|الرئيسية");

    private static final int LONGEST_DECLARED = 200;
    private static final int LONGEST_SHOWN = 50;

    private final PageScan scan;
    private final JsonLd declared;
    private final String title;
    private final @Nullable String url;

    private NewsSection(PageScan scan, JsonLd declared, @Nullable String title, @Nullable String url) {
        this.scan = scan;
        this.declared = declared;
        this.title = title == null ? "" : title;
        this.url = url;
    }

    /**
     * The name of the section in plain text, or null.
     *
     * @param title of the article, or null
     * @param url of the article, or null
     */
    static @Nullable String of(PageScan scan, JsonLd declared, @Nullable String title, @Nullable String url) {
        return new NewsSection(scan, declared, title, url).choose();
    }

    private @Nullable String choose() {
        List<String> stated = new ArrayList<>(declared.names("articleSection"));
        for (String name : NAMES) {
            stated.addAll(scan.metas().all(name));
        }
        Element marked = scan.section();
        if (marked != null) {
            stated.add(marked.hasAttr("content") ? marked.attr("content") : ShortText.of(marked, LONGEST_SHOWN));
        }
        for (String name : stated) {
            String plain = plain(name);
            if (isSection(plain, LONGEST_DECLARED)) {
                return plain;
            }
        }
        String above = above(declared.crumbs());
        return above == null ? above(shownTrail()) : above;
    }

    private List<Crumb> shownTrail() {
        return scan.trails().stream()
                .map(Crumb::in)
                .filter(crumbs -> !crumbs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The innermost step that is neither the article nor the front page. */
    private @Nullable String above(List<Crumb> crumbs) {
        String section = null;
        for (Crumb crumb : crumbs) {
            String name = plain(crumb.name());
            boolean isItself = crumb.leadsTo(url) || name.equalsIgnoreCase(title);
            boolean isHome = crumb.leadsHome() || HOME.matcher(name).matches();
            if (!isItself && !isHome && isSection(name, LONGEST_SHOWN)) {
                section = name;
            }
        }
        return section;
    }

    private static boolean isSection(String name, int longest) {
        return name.length() <= longest && !NO_SECTION.matcher(name).matches();
    }

    private static String plain(String stated) {
        String head = Text.head(stated, 2 * LONGEST_DECLARED);
        return Text.oneLine(head.indexOf('&') < 0 ? head : Parser.unescapeEntities(head, false));
    }
}
