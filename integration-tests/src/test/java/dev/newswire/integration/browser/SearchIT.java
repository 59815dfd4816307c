package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(InNewsroom.class)
class SearchIT {
    private final Newsroom newsroom;

    SearchIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void namesAndTitlesAreFoundByTyping() {
        Browser browser = newsroom.open("/");
        browser.find(".search input").sendKeys("nato", Keys.ENTER);
        Newsroom.patiently().until(() -> browser.address().contains("/search?q=nato"));
        assertThat(browser.texts(".found-feeds .chip")).contains("NATO");
        assertThat(browser.texts(".found .story mark")).isNotEmpty().allMatch("nato"::equalsIgnoreCase);
        browser.find(".found .story h2 a").click();
        assertThat(browser.address()).contains("/articles/");
    }

    @Test
    void japaneseIsFound() {
        assertThat(newsroom.open("/search?q=%E7%9F%B3%E7%A0%B4").texts(".found .story h2"))
                .anyMatch(title -> title.contains("石破"));
    }

    @Test
    void whatIsPublishedIsFoundAndWhatIsWithdrawnIsNot() {
        String articleId = newsroom.publish(Map.of(
                "source", "search-paper", "id", "1", "title", "Zanzibarometer rises", "body", "It rose again today."));
        Newsroom.patiently()
                .until(() -> newsroom.get("/search?q=zanzibarometer").body().contains(articleId));
        newsroom.retract(articleId);
        Newsroom.patiently()
                .until(() -> !newsroom.get("/search?q=zanzibarometer").body().contains(articleId));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(newsroom.open("/search?q=qqqqqqqq").content()).contains("Nothing of the last days");
    }
}
