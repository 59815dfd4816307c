package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.HtmlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The main text of a page by density: the element whose paragraphs hold the most running text that is not links, without
 * what its name or place marks as navigation, advertising or comment. Time grows with the length of the page only.
 */
final class MainText {

    private static final String NEVER_TEXT = "script, style, noscript, template, iframe, object, embed, svg, canvas,"
            + " button, input, select, textarea, nav, aside, footer, dialog, figure, figcaption, video, audio, picture,"
            + " [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog]";
    private static final String SELDOM_TEXT = "form, [hidden], [aria-hidden=true], [style~=(?i)display:\\s*none]";
    private static final String DECLARED = "[itemprop=articleBody], .article-body, .article__body, .entry-content,"
            + " .post-content, .story-body, .article-content, article, main, [role=main]";
    private static final Set<String> BLOCKS =
            Set.of("p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "dd");
    private static final Set<String> NEVER_NOISE = Set.of("body", "article", "main", "h1", "p");

    private static final Pattern NOISE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:share|sharing|social|related|recommend\\w*|newsletter|subscri\\w+|promo\\w*|advert\\w*|ads?"
                    + "|banner|cookie\\w*|consent|sidebar|breadcrumbs?|comments?|disqus|footer|menu|nav|navbar|navigation"
                    + "|popup|modal|paywall|outbrain|taboola|sponsor\\w*|tags?|toolbar|pagination|print|skip|byline"
                    + "|author-bio|most-read|trending|more-stories|read-more|login)(?:$|[\\s_-])");
    private static final double MOST_LINKS = 0.5;
    private static final int SHORTEST_PARAGRAPH = 20;

    /** A wrapper's name may contain any word: one that holds this many long paragraphs is not noise. */
    private static final int PARAGRAPHS_OF_AN_ARTICLE = 5;

    /** Nor is one that holds this share of the page's text. */
    private static final double SHARE_OF_AN_ARTICLE = 0.4;

    /** What the page itself calls its article counts for more. */
    private static final double DECLARED_BONUS = 1.2;

    private static final double WIDENING = 1.2;

    private MainText() {}

    /** The paragraphs joined by line feeds, without the title where the text repeats it; empty where there is no text. */
    static String of(Document page, @Nullable String title) {
        Element body = page.body().clone();
        body.select(NEVER_TEXT).remove();
        removeNoise(body);
        TextWeights weights = TextWeights.of(body);
        Element container = container(body, weights);
        return container == null ? "" : String.join("\n", paragraphs(container, weights, title));
    }

    private static void removeNoise(Element body) {
        TextWeights weights = TextWeights.of(body);
        Set<Element> seldomText = new HashSet<>(body.select(SELDOM_TEXT));
        double most = weights.text(body) * SHARE_OF_AN_ARTICLE;
        body.filter((node, depth) -> node instanceof Element element
                        && (seldomText.contains(element) || isNamedNoise(element))
                        && weights.longParagraphs(element) < PARAGRAPHS_OF_AN_ARTICLE
                        && weights.text(element) < most
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE);
    }

    private static boolean isNamedNoise(Element element) {
        return !NEVER_NOISE.contains(element.normalName())
                && !element.hasAttr("itemprop")
                && NOISE.matcher(element.className() + " " + element.id()).find();
    }

    private static @Nullable Element container(Element body, TextWeights weights) {
        Map<Element, Double> scores = new LinkedHashMap<>();
        Map<Element, Double> masses = new LinkedHashMap<>();
        for (Element block : body.select("p, pre, blockquote")) {
            double score = score(block, weights);
            Element parent = block.parent();
            add(scores, parent, score);
            add(scores, parent == null ? null : parent.parent(), score / 2);
            for (Element above = parent; above != null; above = above.parent()) {
                add(masses, above, score);
            }
        }
        for (Element declared : body.select(DECLARED)) {
            scores.computeIfPresent(declared, (element, score) -> score * DECLARED_BONUS);
        }
        Element best = null;
        double highest = 0;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            if (entry.getValue() > highest) {
                best = entry.getKey();
                highest = entry.getValue();
            }
        }
        return best == null ? withoutParagraphs(body) : widened(best, body, masses);
    }

    /** Texts are often cut up by wrappers: the element above is taken where it holds much more running text. */
    private static Element widened(Element best, Element body, Map<Element, Double> masses) {
        Element widest = best;
        for (Element above = best.parent(); above != null && above != body; above = above.parent()) {
            if (masses.getOrDefault(above, 0.0) >= masses.getOrDefault(widest, 0.0) * WIDENING) {
                widest = above;
            }
        }
        return widest;
    }

    private static @Nullable Element withoutParagraphs(Element body) {
        Element declared = body.selectFirst(DECLARED);
        return declared == null && body.hasText() ? body : declared;
    }

    private static void add(Map<Element, Double> scores, @Nullable Element element, double score) {
        if (element != null && score > 0) {
            scores.merge(element, score, Double::sum);
        }
    }

    private static double score(Element block, TextWeights weights) {
        int length = weights.text(block);
        return length < SHORTEST_PARAGRAPH ? 0 : length * (1 - weights.linkDensity(block));
    }

    private static List<String> paragraphs(Element container, TextWeights weights, @Nullable String title) {
        List<String> paragraphs = new ArrayList<>();
        container.filter((node, depth) -> collect(node, depth, weights, paragraphs));
        paragraphs.removeIf(line -> line.equals(title));
        return paragraphs.isEmpty() ? HtmlText.of(container).lines().toList() : paragraphs;
    }

    private static NodeFilter.FilterResult collect(Node node, int depth, TextWeights weights, List<String> paragraphs) {
        if (depth == 0 || !(node instanceof Element block) || !BLOCKS.contains(block.normalName())) {
            return NodeFilter.FilterResult.CONTINUE;
        }
        if (weights.linkDensity(block) <= MOST_LINKS) {
            HtmlText.of(block).lines().filter(line -> !line.isEmpty()).forEach(paragraphs::add);
        }
        return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
}
