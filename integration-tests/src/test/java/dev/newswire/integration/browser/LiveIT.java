package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens on a page that is open, without loading it again. */
@ExtendWith(InNewsroom.class)
class LiveIT {
    private final Newsroom newsroom;

    LiveIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void anArticleAppearsIsCorrectedAndDisappearsOnTheOpenPage() {
        Browser browser = watch("/");
        String articleId = newsroom.send(article("update", "Heron opens the bridge", 1));
        Newsroom.patiently().until(() -> browser.content().contains("Heron opens the bridge"));
        newsroom.send(article("update", "Heron opens the tunnel", 2));
        Newsroom.patiently()
                .until(() -> browser.content().contains("Heron opens the tunnel")
                        && !browser.content().contains("Heron opens the bridge"));
        newsroom.retract(articleId);
        Newsroom.patiently().until(() -> !browser.content().contains("Heron opens the tunnel"));
        assertNotLoadedAgain(browser);
    }

    @Test
    void aWithdrawnArticleLeavesItsOwnOpenPage() {
        String articleId = newsroom.publish(article("withdrawn", "A claim that does not hold", 1));
        Browser browser = watch("/articles/" + articleId);
        assertThat(browser.content()).contains("A claim that does not hold");
        newsroom.retract(articleId);
        Newsroom.patiently().until(() -> !browser.content().contains("A claim that does not hold"));
        assertThat(browser.find("h1").getText()).isEqualTo("Nothing here");
        assertNotLoadedAgain(browser);
    }

    @Test
    void theReaderKeepsPlaceAndFocusWhenThePageChanges() {
        Browser browser = watch("/");
        browser.act("""
            const link = document.querySelectorAll('.story h2 a')[5];
            link.focus();
            window.before = {link, text: link.textContent, top: link.getBoundingClientRect().top};\
            """);
        String articleId = newsroom.send(article("focus", "Something new at the top", 1));
        Newsroom.patiently().until(() -> browser.content().contains("Something new at the top"));
        assertThat(browser.run("return document.activeElement === window.before.link"
                        + " && window.before.link.textContent === window.before.text"))
                .isEqualTo(true);
        newsroom.retract(articleId);
    }

    /** Opens a page and waits until it listens; whatever loads the page anew loses the mark that this leaves. */
    private Browser watch(String path) {
        Browser browser = newsroom.open(path);
        Newsroom.patiently().until(() -> browser.find(".live").isDisplayed());
        browser.act("window.mark = 'here'");
        return browser;
    }

    private static void assertNotLoadedAgain(Browser browser) {
        assertThat(browser.run("return window.mark === 'here'")).isEqualTo(true);
    }

    private static Map<String, ?> article(String id, String title, long revision) {
        return Map.of(
                "source",
                "live-paper",
                "id",
                id,
                "url",
                "https://live.example/" + id,
                "revision",
                revision,
                "language",
                "en",
                "title",
                title,
                "body",
                "Nobody had expected it. "
                        + UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
