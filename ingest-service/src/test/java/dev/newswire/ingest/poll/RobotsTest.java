package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.TimeLeft;
import dev.newswire.platform.config.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RobotsTest {

    private static final TimeLeft TIME = TimeLeft.of(Duration.ofMinutes(1));

    private final FakeTime time = new FakeTime();
    private int status = 200;
    private String file = "";
    private int filesRead;
    private boolean isAway;
    private HostRule rule = new HostRule(Duration.ZERO, true);
    private final HostGates gates = new HostGates(this::answer, host -> rule, time);
    private final Robots robots = new Robots(gates, FetchSettings.of(Settings.of(Map.of())), host -> rule, time);

    @Test
    void theSiteDecidesForUsByNameOrForAll() {
        file = "User-agent: *\nDisallow: /\n\nUser-agent: Newswire\nDisallow: /private\nAllow: /private/open\n";

        assertAllowed("/feed");
        assertAllowed("/private/open");
        assertRefused("/private/x", Failure.ROBOTS);
        assertThat(filesRead).isOne();
    }

    @Test
    void rulesAreKeptForADay() {
        file = "User-agent: *\nDisallow: /feed";
        assertRefused("/feed", Failure.ROBOTS);
        file = "";
        time.pass(Duration.ofHours(23));
        assertRefused("/feed", Failure.ROBOTS);
        time.pass(Duration.ofHours(2));
        assertAllowed("/feed");
        assertThat(filesRead).isEqualTo(2);
    }

    @Test
    void onlySoManySitesAreRememberedTheLatestOnes() throws FetchException {
        for (int i = 0; i <= Robots.MOST_SITES; i++) {
            robots.send(URI.create("https://s" + i + ".example/"), Map.of(), TIME);
        }
        robots.send(URI.create("https://s" + Robots.MOST_SITES + ".example/"), Map.of(), TIME);
        assertThat(filesRead).isEqualTo(Robots.MOST_SITES + 1);

        robots.send(URI.create("https://s0.example/"), Map.of(), TIME);
        assertThat(filesRead).as("the first one was forgotten").isEqualTo(Robots.MOST_SITES + 2);
    }

    @Test
    void aFileThatIsNotThereAllowsEverything() {
        status = 404;
        assertAllowed("/feed");
    }

    @Test
    void aSiteThatFailsToAnswerAllowsNothingUntilItDoes() {
        status = 503;
        assertRefused("/feed", Failure.WAITING);
        status = 200;
        time.pass(Duration.ofHours(1));
        assertAllowed("/feed");
    }

    @Test
    void whatWasLastKnownHoldsWhileTheSiteFails() {
        file = "User-agent: *\nDisallow: /private";
        assertAllowed("/feed");
        isAway = true;
        time.pass(Duration.ofDays(2));
        assertAllowed("/feed");
        assertRefused("/private", Failure.ROBOTS);
    }

    @Test
    void theCrawlDelayIsHonoured() throws FetchException {
        file = "User-agent: *\nCrawl-delay: 7";
        robots.send(URI.create("https://a.example/1"), Map.of(), TIME);
        robots.send(URI.create("https://a.example/2"), Map.of(), TIME);

        assertThat(Duration.between(FakeTime.START, time.now())).hasSeconds(7);
    }

    @Test
    void whereTheOperatorSaysSoTheFileIsNotAsked() {
        file = "User-agent: *\nDisallow: /";
        rule = new HostRule(Duration.ZERO, false);

        assertAllowed("/feed");
        assertThat(filesRead).isZero();
    }

    @Test
    void hugeAndBrokenFilesDoNoHarm() {
        file = "\u0000\u0001 nonsense : : \n".repeat(100_000) + "User-agent: *\nDisallow: /";
        assertAllowed("/feed");
    }

    private void assertAllowed(String path) {
        assertThatCode(() -> robots.send(URI.create("https://a.example" + path), Map.of(), TIME))
                .doesNotThrowAnyException();
    }

    private void assertRefused(String path, Failure failure) {
        assertThatThrownBy(() -> robots.send(URI.create("https://a.example" + path), Map.of(), TIME))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(failure));
    }

    private Answer answer(URI url, Map<String, String> headers, TimeLeft left) throws FetchException {
        if (!url.getPath().equals("/robots.txt")) {
            return new Answer(url, 200, Map.of(), new byte[0]);
        }
        filesRead++;
        if (isAway) {
            throw new FetchException(Failure.TIMEOUT, "away");
        }
        Map<String, String> type = Map.of("content-type", "text/plain");
        return new Answer(url, status, type, file.getBytes(StandardCharsets.UTF_8));
    }
}
