package dev.newswire.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter told = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    @Test
    void shortInputsAreSilent() {
        progress(false).at("a.ndjson", 10, 100, 5, 0);

        assertThat(told.toString()).isEmpty();
    }

    @Test
    void logsGetAPlainLineNowAndThen() {
        Progress progress = progress(false);
        for (int second = 1; second <= 11; second++) {
            now.set(TimeUnit.SECONDS.toNanos(second));
            progress.at("a.ndjson", second * 5L, 100, second * 200L, 3);
        }
        progress.end();

        assertThat(told.toString().lines())
                .containsExactly(
                        "a.ndjson  25 %  1,000 sent, 200/s, 3 rejected",
                        "a.ndjson  50 %  2,000 sent, 200/s, 3 rejected");
    }

    @Test
    void terminalsGetABarThatIsWipedAtTheEnd() {
        Progress progress = progress(true);
        now.set(TimeUnit.SECONDS.toNanos(2));
        progress.at("a.ndjson", 50, 100, 400, 0);
        progress.end();

        assertThat(told.toString()).contains("[############............]  50 %").endsWith("\r\u001B[K");
    }

    private Progress progress(boolean isTerminal) {
        return new Progress(new PrintWriter(told), isTerminal, now::get);
    }
}
