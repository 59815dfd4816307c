package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InNewsroom.class)
class AppearanceIT {
    private static final int NARROW = 390;

    private final Newsroom newsroom;

    AppearanceIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Each kind of page; a picture of each is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyKindOfPageIsAccessible(String scheme) {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        kinds().forEach((kind, path) -> {
            newsroom.browser().prefer(scheme);
            Browser browser = newsroom.open(path);
            browser.shoot(kind + "-" + scheme + "-wide");
            violations.put(kind, Axe.violations(browser));
            browser.size(NARROW, 844);
            assertThat(widthOf(browser)).as(kind + " is as wide as the screen").isLessThanOrEqualTo(NARROW);
            browser.shoot(kind + "-" + scheme + "-narrow");
            browser.size(1280, 900);
        });
        assertThat(violations)
                .allSatisfy((kind, found) -> assertThat(found).as(kind).isEmpty());
    }

    @Test
    void thePageIsDarkForWhoPrefersIt() {
        Browser browser = newsroom.open("/");
        assertThat(brightness(browser)).isGreaterThan(200);
        browser.prefer("dark");
        assertThat(brightness(browser)).isLessThan(60);
    }

    private Map<String, String> kinds() {
        Browser browser = newsroom.open("/");
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("latest", "/");
        kinds.put("article", path(browser, ".story h2 a"));
        kinds.put("entity", path(browser, ".story .chip"));
        kinds.put("story", path(browser, ".more .label a"));
        kinds.put("source", path(browser, ".story .source"));
        kinds.put("feeds", "/feeds");
        kinds.put("search", "/search?q=nato");
        kinds.put("operator", "/operator");
        kinds.put("missing", "/articles/none");
        return kinds;
    }

    private static String path(Browser browser, String selector) {
        return String.valueOf(
                browser.run("return new URL(document.querySelector(arguments[0]).href).pathname", selector));
    }

    private static long widthOf(Browser browser) {
        return (Long) browser.run("return document.documentElement.scrollWidth");
    }

    /** Of the background, 0 to 255. */
    private static long brightness(Browser browser) {
        return (Long) browser.run("""
            const c = document.createElement('canvas').getContext('2d');
            c.fillStyle = getComputedStyle(document.body).backgroundColor;
            c.fillRect(0, 0, 1, 1);
            const [r, g, b] = c.getImageData(0, 0, 1, 1).data;
            return Math.round((r + g + b) / 3)\
            """);
    }
}
