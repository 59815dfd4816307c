package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(InNewsroom.class)
class KeyboardIT {
    private final Newsroom newsroom;

    KeyboardIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void theFirstStopSkipsToTheContent() {
        Browser browser = newsroom.open("/");
        browser.press(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("Skip to the content");
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void stopsComeInTheOrderOfThePageAndEachIsSeen() {
        Browser browser = newsroom.open("/");
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            browser.press(Keys.TAB);
            stops.add(String.valueOf(browser.run("return (document.activeElement.textContent"
                    + " || document.activeElement.getAttribute('aria-label')).trim()")));
            assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as(stops.toString())
                    .isEqualTo("solid");
        }
        assertThat(stops).startsWith("Skip to the content", "Newswire", "Latest", "Feeds", "Search", "Search", "Dark");
    }

    @Test
    void aSlashLeadsToTheSearch() {
        Browser browser = newsroom.open("/");
        browser.act("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))");
        assertThat(browser.run("return document.activeElement.name")).isEqualTo("q");
    }

    @Test
    void theSwitchTurnsThePageDarkAndItStaysSo() {
        Browser browser = newsroom.open("/");
        try {
            browser.find(".theme").sendKeys(Keys.ENTER);
            assertThat(browser.find(".theme").getDomAttribute("aria-pressed")).isEqualTo("true");
            newsroom.open("/feeds");
            assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo("dark");
            browser.find(".theme").sendKeys(Keys.SPACE);
            assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo("light");
        } finally {
            browser.act("localStorage.clear()");
        }
    }
}
