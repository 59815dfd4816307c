package dev.newswire.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newswire.ingest.normalise.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One step of a page's breadcrumbs.
 *
 * @param name as the page writes it
 * @param url canonical, or null where it leads nowhere
 */
record Crumb(String name, @Nullable String url) {

    /** Trails have three or four steps; an element with more links is not one. */
    private static final int MOST = 10;

    private static final int LONGEST = 300;

    /** The steps of a {@code BreadcrumbList} of JSON-LD; one that leads nowhere is the page itself and is left out. */
    static List<Crumb> in(JsonNode list) {
        List<Crumb> crumbs = new ArrayList<>();
        for (JsonNode step : list.path("itemListElement")) {
            JsonNode item = step.path("item");
            String url = item.isTextual()
                    ? item.textValue()
                    : item.path("@id").asText(item.path("url").asText());
            String name = step.path("name").asText(item.path("name").asText());
            String canonical = CanonicalUrl.of(url);
            if (canonical != null && crumbs.size() < MOST) {
                crumbs.add(new Crumb(name, canonical));
            }
        }
        return crumbs;
    }

    /** The links below an element that shows the trail; none where there are too many for one. */
    static List<Crumb> in(Element trail) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Element link : trail.select("a[href]")) {
            if (crumbs.size() == MOST) {
                return List.of();
            }
            String absolute = CanonicalUrl.of(link.absUrl("href"));
            crumbs.add(new Crumb(ShortText.of(link, LONGEST), absolute == null ? link.attr("href") : absolute));
        }
        return crumbs;
    }

    /** Whether it leads to the page at this canonical URL. */
    boolean leadsTo(@Nullable String page) {
        return url != null && page != null && url.equals(CanonicalUrl.of(page));
    }

    /** Whether it leads to the front page of the site. */
    boolean leadsHome() {
        return url != null && (url.equals("/") || url.indexOf('/', "https://".length()) == url.length() - 1);
    }
}
