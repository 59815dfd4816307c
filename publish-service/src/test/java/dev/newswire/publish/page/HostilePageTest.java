package dev.newswire.publish.page;

import static dev.newswire.publish.HostileTexts.mention;
import static dev.newswire.publish.Samples.entity;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.FakeReader;
import dev.newswire.publish.HostileTexts;
import dev.newswire.publish.Samples;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Mention;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an article brings in any of its texts stays text on every page. */
class HostilePageTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SAFE_TAG = Pattern.compile("<!doctype"
            + " html>|</?(html|head|title|body|main|header|footer|nav|form|section|article|aside|div|p|h1|h2|ul|ol|li|a"
            + "|span|time|meta|link|input|button|q|mark|figure|figcaption|svg|rect|line|circle|text)("
            + " (lang|charset|name|content|rel|href|class|id|dir|title|type|action|role|aria-label|aria-pressed"
            + "|placeholder|value|maxlength|hidden|tabindex|datetime|data-live|data-every|viewBox"
            + "|preserveAspectRatio|x|y|x1|x2|y1|y2|cx|cy|r|width|height)=\"[^\"<>]*\")*>|</script>|<script"
            + " src=\"/assets/page.js\\?v=[0-9a-f]+\">");
    private static final Links LINKS = new Links(URI.create("http://localhost:8080"));
    private static final Layout LAYOUT = new Layout(LINKS);

    static Stream<String> hostile() {
        return HostileTexts.known();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void staysText(String hostile) {
        pages(hostile).forEach(HostilePageTest::check);
    }

    @Test
    void randomTextStaysText() {
        long seed = System.nanoTime();
        HostileTexts.random(seed, 200).forEach(text -> {
            try {
                pages(text).forEach(HostilePageTest::check);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", text " + text, e);
            }
        });
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

    private static Stream<String> pages(String hostile) {
        FakeReader reader = new FakeReader();
        reader.publish(HostileTexts.article(hostile), HostileTexts.links(hostile));
        FeedInfo feed = new FeedInfo(hostile, hostile, 1, Samples.NOON, 1);
        List<FeedEntry> entries = reader.entries("latest", 10);
        ArticleView view = reader.article(id(1)).orElseThrow();
        return Stream.of(
                new LatestPage(LAYOUT).write(entries),
                new FeedPage(LAYOUT).write(feed, twice(entries)),
                new FeedPage(LAYOUT).write(new FeedInfo("story/x", hostile, 2, Samples.NOON, 1), twice(entries)),
                new SearchPage(LAYOUT).write(hostile, List.of(feed), List.of(view)),
                new FeedListPage(LAYOUT).write(new FeedFilter(hostile, "", 10), List.of(feed)),
                new ArticlePage(LAYOUT).write(view, Map.of(id(2), view)));
    }

    /** So that there is a course of time to draw. */
    private static List<FeedEntry> twice(List<FeedEntry> entries) {
        return List.of(entries.get(0), entries.get(0));
    }

    /** Every tag is one that we wrote, and no address leads anywhere but to the web. */
    private static void check(String page) {
        assertThat(TAG.matcher(page).results().map(match -> match.group()))
                .allSatisfy(tag -> assertThat(tag).matches(SAFE_TAG));
        assertThat(page).doesNotContainPattern("(?i)(href|src|action)=\"\\s*(javascript|data|vbscript):");
        assertThat(TAG.matcher(page).replaceAll("")).doesNotContain("<", "\u0000");
    }
}
