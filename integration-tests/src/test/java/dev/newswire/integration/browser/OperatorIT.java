package dev.newswire.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InNewsroom.class)
class OperatorIT {
    private final Newsroom newsroom;

    OperatorIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void theOperatorSeesGroupsHealthAndFates() {
        Browser browser = newsroom.open("/operator");
        assertThat(browser.content()).contains("news-enrich", "news-publish", "news.ingest.dlq.v1");
        assertThat(browser.texts("td.good")).contains("ready");
        Newsroom.patiently().until(() -> published(browser) > 0);
    }

    @Test
    void whatIsQuarantinedAppearsOnTheOpenView() {
        Browser browser = newsroom.open("/operator");
        browser.act("window.mark = 'here'");
        newsroom.refused(Map.of("source", "careless-paper", "id", "no-title", "body", "A text without a title."));
        Newsroom.patiently().until(() -> browser.content().contains("Quarantined last"));
        assertThat(browser.run("return window.mark === 'here'")).isEqualTo(true);
    }

    private static int published(Browser browser) {
        return Integer.parseInt(browser.find(".figures .value").getText());
    }
}
