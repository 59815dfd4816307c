package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InNewsroom.class)
class ReadingIT {
    private final Newsroom newsroom;

    ReadingIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void theFirstPageShowsTheLatestStoriesGrouped() {
        Browser browser = newsroom.open("/");
        assertThat(browser.title()).isEqualTo("Newswire");
        assertThat(browser.texts(".story h2")).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(browser.texts(".story .more .title")).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
        browser.shoot("latest-light-wide");
    }

    @Test
    void whatIsInTheNewsStandsInTheOrderOfItsNumbers() {
        List<Integer> numbers = newsroom.open("/").texts(".topics:first-child .number").stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(numbers).hasSizeGreaterThan(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void anEntityLeadsToAllThatIsSaidOfIt() {
        Browser browser = newsroom.open("/");
        String name = browser.find(".story .chip").getText();
        browser.find(".story .chip").click();
        assertThat(browser.address()).contains("/feeds/entity/");
        assertThat(browser.find("h1").getText()).isEqualTo(name);
        assertThat(browser.texts(".story h2")).isNotEmpty();
    }

    @Test
    void anArticleMarksWhatItNames() {
        Browser browser = newsroom.open("/");
        String title = browser.find(".story h2 a").getText();
        browser.find(".story h2 a").click();
        assertThat(browser.find("h1").getText()).isEqualTo(title);
        assertThat(browser.texts(".article .mention")).isNotEmpty();
        browser.find(".article .mention").click();
        assertThat(browser.address()).contains("/feeds/entity/");
    }

    @Test
    void everythingCanBeReadWithoutScripts() {
        Browser browser = newsroom.browser();
        browser.scripts(false);
        try {
            newsroom.open("/");
            assertThat(browser.all(".story h2 a")).isNotEmpty();
            browser.find(".story h2 a").click();
            assertThat(browser.all(".article p")).isNotEmpty();
        } finally {
            browser.scripts(true);
        }
    }
}
