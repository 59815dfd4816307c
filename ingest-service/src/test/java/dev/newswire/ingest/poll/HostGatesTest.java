package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.TimeLeft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostGatesTest {

    private static final HostRule TWO_SECONDS = new HostRule(Duration.ofSeconds(2), true);

    private static final TimeLeft TIME = TimeLeft.of(Duration.ofMinutes(1));

    private final FakeTime time = new FakeTime();
    private final List<Instant> sentAt = new ArrayList<>();
    private int status = 200;
    private Map<String, String> headers = Map.of();
    private final HostGates gates = new HostGates(this::answer, host -> TWO_SECONDS, time);

    @Test
    void requestsToOneHostKeepTheirDistance() throws FetchException {
        send("https://a.example/1");
        send("https://a.example/2");
        send("https://b.example/1");
        gates.crawlDelay("a.example", Duration.ofSeconds(10));
        send("https://a.example/3");
        send("https://a.example/4");

        assertThat(seconds()).containsExactly(0L, 2L, 2L, 4L, 14L);
    }

    @Test
    void aCrawlDelayOfDaysIsCutToAMinute() throws FetchException {
        gates.crawlDelay("a.example", Duration.ofDays(2));
        send("https://a.example/1");
        send("https://a.example/2");

        assertThat(seconds()).containsExactly(0L, 60L);
    }

    @Test
    void aHostThatWantsPeaceHasIt() throws FetchException {
        status = 429;
        headers = Map.of("retry-after", "3600");
        send("https://a.example/1");

        assertThatThrownBy(() -> send("https://a.example/2"))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        waiting -> assertThat(waiting.failure()).isEqualTo(Failure.WAITING));
        assertThat(gates.heldUntil("a.example")).isEqualTo(FakeTime.START.plusSeconds(3_600));
        send("https://b.example/1");
        status = 200;
        time.pass(Duration.ofHours(1));
        send("https://a.example/3");

        assertThat(sentAt).hasSize(3);
    }

    private void send(String url) throws FetchException {
        gates.send(URI.create(url), Map.of(), TIME);
    }

    private Answer answer(URI url, Map<String, String> sent, TimeLeft left) {
        sentAt.add(time.now());
        return new Answer(url, status, headers, new byte[0]);
    }

    private List<Long> seconds() {
        return sentAt.stream()
                .map(at -> Duration.between(FakeTime.START, at).toSeconds())
                .toList();
    }
}
