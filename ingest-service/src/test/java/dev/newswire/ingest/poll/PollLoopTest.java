package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.SourceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollLoopTest extends WithPolled {

    private final Map<String, SourceState> topic = new HashMap<>();
    private final SourceStates states =
            new SourceStates(id -> 0, (state, partition) -> topic.put(state.getSourceId(), state));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Source> sources = new ArrayList<>();
    private final Deque<Runnable> queue = new ArrayDeque<>();

    @BeforeEach
    void serveFeed() {
        server.on("/feed", Samples.feed("One"), "ETag", "\"1\"");
    }

    @Test
    void aSourceIsPolledWhenItIsDueAndNotBefore() {
        sources.add(polled.feed("/feed"));
        states.assign(0, Map.of());
        PollLoop loop = loop();
        run(loop);
        run(loop);
        assertThat(polled.server.count("/feed")).isOne();

        polled.time.pass(Duration.ofMinutes(10));
        run(loop);
        assertThat(polled.server.count("/feed")).isEqualTo(2);
        assertThat(meters.counter("newswire.ingest.polls.finished", "source", "test", "result", "changed")
                        .count())
                .isOne();
    }

    @Test
    void whoTakesOverGoesOnWhereTheOtherStopped() {
        sources.add(polled.feed("/feed"));
        states.assign(0, Map.of());
        run(loop());
        states.revoke(0, Duration.ZERO);
        run(loop());
        states.assign(0, topic);
        run(loop());
        assertThat(polled.server.count("/feed")).isOne();

        polled.server.on("/feed", Samples.feed("Two", "One"), "ETag", "\"2\"");
        polled.time.pass(Duration.ofHours(1));
        run(loop());
        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
    }

    @Test
    void oneHostIsAskedByOnePollAtATime() {
        sources.add(polled.feed("/feed"));
        sources.add(named("other", polled.feed("/other")));
        states.assign(0, Map.of());
        PollLoop loop = loop();
        loop.tick();
        assertThat(queue).hasSize(1);
        loop.tick();
        assertThat(queue).hasSize(1);
        queue.remove().run();
        loop.tick();
        assertThat(queue).hasSize(1);
    }

    @Test
    void aBrokerThatIsAwayPutsOffThePollAndLosesNothing() {
        sources.add(polled.feed("/feed"));
        states.assign(0, Map.of());
        polled.outlet.isAway = true;
        PollLoop loop = loop();
        run(loop);
        run(loop);
        assertThat(polled.server.count("/feed")).isOne();
        assertThat(topic).isEmpty();

        polled.outlet.isAway = false;
        polled.time.pass(Duration.ofMinutes(1));
        run(loop);
        assertThat(polled.outlet.titles()).containsExactly("One");
        assertThat(topic).hasSize(1);
    }

    @Test
    void disabledAndForeignSourcesAreLeftAlone() {
        sources.add(polled.feed("/feed"));
        run(loop());

        assertThat(polled.server.asked).isEmpty();
        assertThat(loop().owned()).isZero();
    }

    @Test
    void aSourceOnWhichWeFailBacksOffLikeAnyOther() {
        sources.add(named("broken", polled.feed("/feed")));
        states.assign(
                0,
                Map.of(
                        "broken",
                        SourceState.newBuilder()
                                .setSourceId("broken")
                                .setNextPollAt(FakeTime.START)
                                // An interval that no arithmetic survives.
                                .setIntervalSeconds(Long.MAX_VALUE)
                                .build()));
        PollLoop loop = loop();
        run(loop);
        run(loop);

        assertThat(topic.values()).singleElement().satisfies(state -> {
            assertThat(state.getFailures()).isOne();
            assertThat(state.getLastError()).contains("could not be processed");
        });
        assertThat(polled.server.count("/feed")).isOne();
    }

    private PollLoop loop() {
        return new PollLoop(
                () -> new SourceList(sources, Map.of()),
                states,
                polled.poller,
                queue::add,
                polled.time,
                new PollMetrics(meters),
                () -> Polled.NO_CHANCE);
    }

    private void run(PollLoop loop) {
        loop.tick();
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private static Source named(String id, Source source) {
        return new Source(
                id,
                source.type(),
                source.urls(),
                source.minimumInterval(),
                source.maximumInterval(),
                source.fullText(),
                source.language(),
                source.headers(),
                source.isEnabled(),
                source.pages(),
                source.window());
    }
}
