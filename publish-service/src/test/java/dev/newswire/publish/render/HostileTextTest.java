package dev.newswire.publish.render;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.entity;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.Samples;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Whatever an article brings in any of its texts stays text. */
class HostileTextTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SAFE_TAG = Pattern.compile(
            "<!doctype html>|</?(html|head|title|body|main|header|footer|nav|form|section|article|aside|div|p|h1|h2|ul|ol"
                    + "|li|a|span|time|meta|link|input)( (lang|charset|name|content|rel|href|class|id|dir|title|type|action|role|aria-label|placeholder"
                    + "|datetime)=\"[^\"<>]*\")*>");
    private static final Links LINKS = new Links(URI.create("http://localhost:8080"));
    private static final Layout LAYOUT = new Layout(LINKS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title><script>alert(1)</script>",
                "</textarea><svg/onload=alert(1)>",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "<!--<script>",
                "]]><script>alert(1)</script>",
                "&lt;script&gt;&#x3C;b&#x3E;&amp;",
                "{{7*7}}${7*7}<%= 7 %>",
                "\u0000\u0001\u0008\u000b\u001f\u007f\u0085\u2028\u2029",
                "\ud800 lone \udfff surrogates",
                "\u202e reversed \u2066 isolated",
                "../../etc/passwd?a=b&c=<d>#e",
                "%3Cscript%3E%00%0d%0aSet-Cookie:a=b",
                "line\r\nbreak\tand\u00a0space",
                ""
            })
    void staysText(String hostile) throws Exception {
        check(hostile);
    }

    @Test
    void randomTextStaysText() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "<>&\"'/=;:-!?[]()%#ab \n\r\t\u0000\u001b\u2028\ud83d\ude00\ufffe\uffff";
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                check(text.toString());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", text " + text, e);
            }
        }
    }

    @Test
    void mentionsThatFitNoTextAreLeftOut() {
        String body = "First line\nSecond";
        List<Mention> wild = List.of(
                mention(-5, 3),
                mention(3, 3),
                mention(6, 2),
                mention(8, 13),
                mention(0, 5),
                mention(2, 8),
                mention(11, 99));
        Entity entity = Entity.newBuilder(entity("Q1", "One", EntityType.MISC, 0.5f))
                .setMentions(wild)
                .build();
        Html html = new Html();
        new MarkedText(LINKS, List.of(entity)).write(html, body);
        String text = html.toString();
        assertThat(TAG.matcher(text).replaceAll("").strip()).isEqualTo("First line\nSecond");
        assertThat(text).contains(">First</a> line").doesNotContain(">Second</a>");
    }

    private static void check(String hostile) throws Exception {
        EnrichedArticle article = article(1)
                .setTitle(hostile)
                .setBody(hostile + "\n" + hostile)
                .setSource(hostile)
                .setCanonicalUrl(hostile)
                .setAuthors(List.of(hostile))
                .setLanguage(hostile)
                .setEntities(List.of(Entity.newBuilder(entity(hostile, hostile, EntityType.PERSON, 0.5f))
                        .setMentions(List.of(mention(0, Math.max(1, hostile.length()))))
                        .build()))
                .build();
        RelatedArticles links = RelatedArticles.newBuilder(related(1, 1, 2, 2))
                .setStoryId(hostile)
                .setLinks(List.of(new Link(
                        id(2), LinkKind.RELATED, 0.5f, List.of(new LinkReason(ReasonKind.TERM, hostile, hostile)))))
                .build();
        FakeReader reader = new FakeReader();
        reader.publish(article, links);
        FeedInfo feed = new FeedInfo(hostile, hostile, 1, Samples.NOON, 1);
        List<FeedEntry> entries = reader.entries("latest", 10);
        ArticleView view = reader.article(id(1)).orElseThrow();

        List<String> pages = new ArrayList<>();
        pages.add(new LatestPage(LAYOUT).write(entries));
        pages.add(new FeedPage(LAYOUT).write(feed, entries));
        pages.add(new FeedListPage(LAYOUT).write(new FeedFilter(hostile, "", 10), List.of(feed)));
        pages.add(new ArticlePage(LAYOUT).write(view, Map.of(id(2), view)));
        pages.forEach(HostileTextTest::checkPage);

        checkJson(new JsonFeed(LINKS).write(feed, entries), hostile);
        new ObjectMapper().readTree(new ArticleJson(LINKS).write(view));
        new ObjectMapper().readTree(new FeedListJson(LINKS).write(List.of(feed)));
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.newDocumentBuilder().parse(new InputSource(new StringReader(new AtomFeed(LINKS).write(feed, entries))));
    }

    /** Every tag is one that we wrote, and no address leads anywhere but to the web. */
    private static void checkPage(String page) {
        assertThat(TAG.matcher(page).results().map(match -> match.group()))
                .allSatisfy(tag -> assertThat(tag).matches(SAFE_TAG));
        assertThat(page).doesNotContainPattern("(?i)(href|src|action)=\"\\s*(javascript|data|vbscript):");
        assertThat(TAG.matcher(page).replaceAll("")).doesNotContain("<", "\u0000");
    }

    private static void checkJson(String json, String hostile) throws Exception {
        JsonNode item = new ObjectMapper().readTree(json).path("items").path(0);
        assertThat(item.path("title").asText()).isEqualTo(hostile);
        assertThat(item.has("external_url")).isFalse();
    }

    private static Mention mention(int start, int end) {
        return Mention.newBuilder(Samples.mention(MentionField.BODY, 0, "x"))
                .setStart(start)
                .setEnd(end)
                .build();
    }
}
