package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.fetch.ScriptedServer;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.schema.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollerTest extends WithPolled {

    @Test
    void onlyNewAndChangedItemsAreSent() {
        server.on("/feed", Samples.feed("One", "Two"));
        SourceState first = polled.poll(polled.feed("/feed"));
        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
        assertThat(first.getLastResult()).isEqualTo("changed");
        assertThat(first.getItems()).isEqualTo(2);

        server.on("/feed", Samples.feed("Three", "One", "Two").replace("Two was", "Two really was"));
        SourceState second = polled.poll(polled.feed("/feed"));

        assertThat(polled.outlet.titles()).containsExactly("One", "Two", "Three", "Two");
        assertThat(second.getItems()).isEqualTo(4);
        assertThat(second.getIntervalSeconds()).isLessThan(first.getIntervalSeconds());
    }

    @Test
    void anUnchangedFeedCostsOneConditionalRequest() {
        server.on("/feed", (request, response) -> {
            response.getHeaders().put("ETag", "\"v1\"");
            response.getHeaders().put("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT");
            if (request.getHeaders().get("If-None-Match") != null) {
                response.setStatus(304);
                return;
            }
            ScriptedServer.write(response, Samples.feed("One").getBytes(StandardCharsets.UTF_8));
        });
        polled.poll(polled.feed("/feed"));
        SourceState second = polled.poll(polled.feed("/feed"));

        assertThat(server.last("/feed").headers())
                .containsEntry("if-none-match", "\"v1\"")
                .containsEntry("if-modified-since", "Sun, 01 Mar 2026 10:00:00 GMT");
        assertThat(second.getLastResult()).isEqualTo("unchanged");
        assertThat(polled.outlet.titles()).containsExactly("One");
    }

    @Test
    void aServerThatClaimsNothingChangedIsNotBelievedForEver() {
        String[] now = {Samples.feed("One")};
        server.on("/feed", (request, response) -> {
            response.getHeaders().put("ETag", "\"always\"");
            if (request.getHeaders().get("If-None-Match") != null) {
                response.setStatus(304);
                return;
            }
            ScriptedServer.write(response, now[0].getBytes(StandardCharsets.UTF_8));
        });
        polled.poll(polled.feed("/feed"));
        now[0] = Samples.feed("Two", "One");
        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("unchanged");

        polled.time.pass(Visitor.WHOLE_EVERY);
        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("changed");
        now[0] = Samples.feed("Three", "Two", "One");
        polled.poll(polled.feed("/feed"));

        assertThat(server.last("/feed").headers()).doesNotContainKey("if-none-match");
        assertThat(polled.outlet.titles()).containsExactly("One", "Two", "Three");
    }

    @Test
    void theSameEntityTagOnOtherContentHidesNothing() {
        server.on("/feed", Samples.feed("One"), "ETag", "\"same\"");
        polled.poll(polled.feed("/feed"));
        server.on("/feed", Samples.feed("Two", "One"), "ETag", "\"same\"");

        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("changed");
        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
    }

    @Test
    void anotherEntityTagOnTheSameContentIsNoNews() {
        server.on("/feed", Samples.feed("One"), "ETag", "\"1\"");
        polled.poll(polled.feed("/feed"));
        server.on("/feed", Samples.feed("One"), "ETag", "\"2\"");
        SourceState second = polled.poll(polled.feed("/feed"));

        assertThat(second.getLastResult()).isEqualTo("unchanged");
        assertThat(second.getDocuments().get(0).getEtag()).isEqualTo("\"2\"");
        assertThat(polled.outlet.titles()).containsExactly("One");
    }

    @Test
    void aFeedThatRewritesItsDateAtEveryPollIsNoNewsEither() {
        server.on("/feed", Samples.feed("<lastBuildDate>Sun, 01 Mar 2026 10:00:00 GMT</lastBuildDate>", one()));
        polled.poll(polled.feed("/feed"));
        server.on("/feed", Samples.feed("<lastBuildDate>Sun, 01 Mar 2026 10:05:00 GMT</lastBuildDate>", one()));

        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("unchanged");
    }

    @Test
    void whatFeedAndServerAskForMovesTheNextPoll() {
        server.on("/ttl", Samples.feed("<ttl>60</ttl>", one()));
        polled.poll(polled.feed("/ttl"));
        assertThat(polled.pause()).isEqualTo(Duration.ofHours(1));

        server.on("/age", Samples.feed("Two"), "Cache-Control", "max-age=7200");
        polled.poll(polled.feed("/age"));
        assertThat(polled.pause()).isEqualTo(Duration.ofHours(2));

        server.on("/year", Samples.feed("Three"), "Cache-Control", "max-age=31536000");
        polled.poll(polled.feed("/year"));
        assertThat(polled.pause()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aServerThatIsOverloadedIsLeftAloneAsLongAsItAsks() {
        server.status("/feed", 503, "Retry-After", "10800");
        SourceState failed = polled.poll(polled.feed("/feed"));

        assertThat(failed.getLastResult()).isEqualTo("failed");
        assertThat(failed.getLastError()).contains("503");
        assertThat(polled.pause()).isEqualTo(Duration.ofHours(3));
        polled.poll(polled.feed("/feed"));
        assertThat(server.count("/feed")).isOne();
    }

    @Test
    void failuresInARowBackOffAndTheFirstGoodPollEndsThem() {
        server.status("/feed", 500);
        Duration before = Duration.ZERO;
        for (int i = 1; i <= 5; i++) {
            assertThat(polled.poll(polled.feed("/feed")).getFailures()).isEqualTo(i);
            assertThat(polled.pause()).isGreaterThan(before);
            before = polled.pause();
        }
        server.on("/feed", Samples.feed("One"));
        SourceState good = polled.poll(polled.feed("/feed"));

        assertThat(good.getFailures()).isZero();
        assertThat(good.getLastError()).isNull();
    }

    @Test
    void whatIsGoneForGoodIsNotAskedForAgain() {
        Source source = polled.feed("/feed");
        server.status("/feed", 410);
        SourceState gone = polled.poll(source);

        assertThat(gone.getLastResult()).isEqualTo("gone");
        assertThat(PollLoop.isGone(source, gone)).isTrue();
        assertThat(PollLoop.isGone(polled.feed("/elsewhere"), gone)).isFalse();
        polled.poll(source);
        assertThat(server.count("/feed")).isOne();
    }

    @Test
    void aPermanentMoveIsRememberedUntilItLeadsNowhere() {
        server.status("/old", 301, "Location", "/new").on("/new", Samples.feed("One"));
        polled.poll(polled.feed("/old"));
        polled.poll(polled.feed("/old"));
        assertThat(server.count("/old")).isOne();
        assertThat(server.count("/new")).isEqualTo(2);

        server.status("/new", 404).on("/old", Samples.feed("Two", "One"));
        assertThat(polled.poll(polled.feed("/old")).getLastResult()).isEqualTo("failed");
        assertThat(polled.poll(polled.feed("/old")).getLastResult()).isEqualTo("changed");
        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
    }

    @Test
    void whatRobotsForbidIsNotFetched() {
        server.on("/robots.txt", "User-agent: *\nDisallow: /feed", "Content-Type", "text/plain");
        server.on("/feed", Samples.feed("One"));
        SourceState state = polled.poll(polled.feed("/feed"));

        assertThat(server.count("/feed")).isZero();
        assertThat(state.getLastError()).contains("robots.txt");
        assertThat(polled.pause()).isGreaterThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void aBrokenFeedIsADeadLetterOncePerContent() {
        server.on("/feed", "nothing that is a feed");
        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("refused");
        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("refused");
        assertThat(polled.outlet.refusals()).hasSize(1);

        server.on("/feed", "no feed at all");
        SourceState third = polled.poll(polled.feed("/feed"));
        assertThat(polled.outlet.refusals()).hasSize(2);
        assertThat(third.getFailures()).isEqualTo(3);
        server.on("/feed", Samples.feed("One"));
        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("changed");
    }

    @Test
    void aFeedWithoutItemsIsNoMistake() {
        server.on("/feed", Samples.feed());

        assertThat(polled.poll(polled.feed("/feed")).getLastResult()).isEqualTo("unchanged");
        assertThat(polled.outlet.outcomes).isEmpty();
    }

    @Test
    void whatCouldNotBeHandedOnIsFoundAgain() {
        server.on("/feed", Samples.feed("One"), "ETag", "\"1\"");
        polled.outlet.isAway = true;
        assertThatThrownBy(() -> polled.poll(polled.feed("/feed"))).isInstanceOf(UnavailableException.class);
        assertThat(polled.state).isNull();

        polled.outlet.isAway = false;
        polled.poll(polled.feed("/feed"));
        assertThat(polled.outlet.titles()).containsExactly("One");
    }

    @Test
    void severalAddressesOfOneSourceShareWhatWasSeen() {
        server.on("/world", Samples.feed("One", "Two")).on("/europe", Samples.feed("Two", "Three"));
        polled.poll(polled.source(SourceType.FEED, FullText.NEVER, "/world", "/europe"));

        assertThat(polled.outlet.titles()).containsExactly("One", "Two", "Three");
    }

    private static String[] one() {
        return new String[] {"One"};
    }
}
