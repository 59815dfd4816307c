package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.HtmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The main text of a page by density: the element whose paragraphs hold the most running text that is not links, without
 * what its names or place mark as navigation, advertising or comment.
 */
final class MainText {

    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, form,"
                    + " button, input, select, textarea, nav, aside, footer, dialog, figure, figcaption, video, audio, picture,"
                    + " [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo],"
                    + " [role=dialog], [style~=(?i)display:\\s*none]";
    private static final String BLOCKS = "p, h2, h3, h4, h5, h6, li, blockquote, pre, td, dd";
    private static final String DECLARED = "[itemprop=articleBody], .article-body, .article__body, .entry-content,"
            + " .post-content, .story-body, .article-content, article, main, [role=main]";

    private static final Pattern NOISE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:share|sharing|social|related|recommend\\w*|newsletter|subscri\\w+|promo\\w*|advert\\w*|ads?"
                    + "|banner|cookie\\w*|consent|sidebar|breadcrumbs?|comments?|disqus|footer|menu|nav|navbar|navigation"
                    + "|popup|modal|paywall|outbrain|taboola|sponsor\\w*|tags?|toolbar|pagination|print|skip|byline"
                    + "|author-bio|most-read|trending|more-stories|read-more|login|widget)(?:$|[\\s_-])");
    private static final double MOST_LINKS = 0.5;
    private static final int LONG_PARAGRAPH = 80;

    private MainText() {}

    /** The paragraphs joined by line feeds, without the title where the text repeats it; empty where there is no text. */
    static String of(Document page, @Nullable String title) {
        Element body = page.body().clone();
        body.select(NEVER_TEXT).remove();
        removeNoise(body);
        Element container = container(body);
        return container == null ? "" : String.join("\n", paragraphs(container, title));
    }

    private static void removeNoise(Element body) {
        for (Element element : new ArrayList<>(body.getAllElements())) {
            boolean isSafe = element == body || element.is("article, main, h1, p, [itemprop=articleBody]");
            if (!isSafe
                    && NOISE.matcher(element.className() + " " + element.id()).find()
                    && !holdsArticle(element)) {
                element.remove();
            }
        }
    }

    /** A wrapper's name may contain any word; what holds most of the page's text is not noise. */
    private static boolean holdsArticle(Element element) {
        return element.selectFirst("article, main, [itemprop=articleBody]") != null
                || element.select("p").stream()
                                .filter(p -> p.ownText().length() > LONG_PARAGRAPH)
                                .count()
                        >= 5;
    }

    private static @Nullable Element container(Element body) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element block : body.select("p, pre, blockquote")) {
            double score = score(block);
            add(scores, block.parent(), score);
            add(scores, block.parent() == null ? null : block.parent().parent(), score / 2);
        }
        for (Element declared : body.select(DECLARED)) {
            scores.computeIfPresent(declared, (element, score) -> score * 1.2);
        }
        Element best = null;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            if (best == null || isBetter(entry, scores, best)) {
                best = entry.getKey();
            }
        }
        return best == null ? withoutParagraphs(body) : best;
    }

    /** The order of a hash map is chance; equal scores are decided by place in the page. */
    private static boolean isBetter(Map.Entry<Element, Double> entry, Map<Element, Double> scores, Element best) {
        double difference = entry.getValue() - scores.getOrDefault(best, 0.0);
        return difference > 0 || (difference == 0 && entry.getKey().elementSiblingIndex() < best.elementSiblingIndex());
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

    private static double score(Element block) {
        int length = block.text().length();
        return length < 25 ? 0 : length * (1 - linkDensity(block));
    }

    private static double linkDensity(Element element) {
        int length = element.text().length();
        if (length == 0) {
            return 1;
        }
        int linked = element.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return Math.min(1, (double) linked / length);
    }

    private static List<String> paragraphs(Element container, @Nullable String title) {
        List<String> paragraphs = new ArrayList<>();
        for (Element block : container.select(BLOCKS)) {
            if (hasBlockAbove(block, container) || linkDensity(block) > MOST_LINKS) {
                continue;
            }
            for (String line : HtmlText.of(block).split("\n")) {
                if (!line.isEmpty() && !line.equals(title)) {
                    paragraphs.add(line);
                }
            }
        }
        return paragraphs.isEmpty() ? HtmlText.of(container).lines().toList() : paragraphs;
    }

    private static boolean hasBlockAbove(Element block, Element container) {
        for (Element above = block.parent(); above != null && above != container; above = above.parent()) {
            if (above.is(BLOCKS)) {
                return true;
            }
        }
        return false;
    }
}
