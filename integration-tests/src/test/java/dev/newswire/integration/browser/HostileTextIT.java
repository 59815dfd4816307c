package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Articles that try to run scripts in the browser of whoever reads them. */
@ExtendWith(InNewsroom.class)
class HostileTextIT {
    private static final String ATTACK = "<script>window.attacked=1</script><img src=x onerror=\"window.attacked=1\">"
            + "'\"><svg onload=window.attacked=1>";

    private final Newsroom newsroom;

    HostileTextIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void attemptsInTitleTextAuthorAndNameAreShownAndDoNotRun() {
        String articleId = newsroom.publish(Map.of(
                "source",
                "hostile-paper",
                "id",
                "attack",
                "url",
                "https://hostile.example/?q=\"><script>window.attacked=1</script>",
                "title",
                "Attack " + ATTACK,
                "authors",
                List.of("Mallory " + ATTACK),
                "section",
                ATTACK,
                "body",
                "Prime Minister Shigeru Ishiba said " + ATTACK + " in Tokyo. \"<b onclick=window.attacked=1>"
                        + " Corp\" and Foo\"><script>window.attacked=1</script> Limited answered."));
        try {
            for (String path : List.of(
                    "/",
                    "/articles/" + articleId,
                    "/feeds/source/hostile-paper",
                    "/feeds?q=%3Cscript%3Ewindow.attacked=1%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=window.attacked=1%3E",
                    "/search?q=%3Cscript%3Ewindow.attacked=1%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=window.attacked=1%3E",
                    "/search?q=attack",
                    "/feeds/%3Cscript%3Ewindow.attacked=1%3C%2Fscript%3E")) {
                assertInert(newsroom.open(path), path);
            }
            Browser browser = newsroom.open("/articles/" + articleId);
            assertThat(browser.find("h1").getText()).contains("<script>window.attacked=1</script>");
            assertThat(browser.content()).contains("<b onclick=window.attacked=1>");
            assertThat(browser.all("main :is(script, img, iframe, object, embed, b)"))
                    .isEmpty();
            for (String entity : entities(browser)) {
                assertInert(newsroom.open(entity), entity);
            }
        } finally {
            newsroom.retract(articleId);
        }
    }

    @Test
    void aNameThatIsAScriptIsShownAndDoesNotRun() {
        newsroom.define(EntityDefinition.newBuilder()
                .setEntityId("nw:hostilia")
                .setName("<img src=x onerror=window.attacked=1>")
                .setType(EntityType.ORGANISATION)
                .setAliases(List.of("Hostilia Corp"))
                .build());
        AtomicLong revision = new AtomicLong();
        String articleId = newsroom.publish(aboutHostilia(revision.incrementAndGet()));
        Newsroom.patiently().pollInterval(Duration.ofMillis(500)).until(() -> {
            newsroom.send(aboutHostilia(revision.incrementAndGet()));
            return newsroom.get("/v1/articles/" + articleId).body().contains("nw:hostilia");
        });
        for (String path : List.of(
                "/", "/articles/" + articleId, "/feeds/entity/nw:hostilia", "/feeds?q=onerror", "/search?q=onerror")) {
            Browser browser = newsroom.open(path);
            assertInert(browser, path);
            assertThat(browser.all("main img")).as(path).isEmpty();
        }
        assertThat(newsroom.open("/feeds/entity/nw:hostilia").find("h1").getText())
                .isEqualTo("<img src=x onerror=window.attacked=1>");
        newsroom.retract(articleId);
    }

    @Test
    void aSourceThatIsAScriptIsWrittenAsAPlainName() {
        String articleId = newsroom.publish(
                Map.of("source", ATTACK, "id", "1", "title", "Of no good source", "body", "A text like another."));
        Browser browser = newsroom.open("/articles/" + articleId);
        assertInert(browser, "the article");
        assertThat(browser.find(".article .source").getText()).matches("[a-z0-9.-]{1,64}");
        newsroom.retract(articleId);
    }

    @Test
    void aScriptThatFoundItsWayIntoThePageWouldNotRun() {
        Browser browser = newsroom.open("/");
        browser.act("""
            const script = document.createElement('script');
            script.textContent = 'window.attacked = 1';
            document.body.append(script);
            const image = document.createElement('img');
            image.setAttribute('onerror', 'window.attacked = 1');
            image.src = 'data:,';
            document.body.append(image);\
            """);
        Newsroom.patiently().until(() -> !browser.complaints().isEmpty());
        assertThat(browser.run("return window.attacked === undefined")).isEqualTo(true);
    }

    /** Each time with another text, so that it is read anew. */
    private static Map<String, ?> aboutHostilia(long revision) {
        return Map.of(
                "source", "business-paper",
                "id", "hostilia",
                "revision", revision,
                "title", "Hostilia Corp reports a profit",
                "body", "Hostilia Corp made more of it than before, edition " + revision + " says.");
    }

    private static void assertInert(Browser browser, String path) {
        assertThat(browser.run("return window.attacked === undefined")).as(path).isEqualTo(true);
        assertThat(browser.complaints()).as(path).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static List<String> entities(Browser browser) {
        return browser.all(".side .chip").stream()
                .map(chip -> java.net
                        .URI
                        .create(String.valueOf(chip.getDomProperty("href")))
                        .getRawPath())
                .toList();
    }
}
