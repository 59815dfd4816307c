package dev.newswire.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzTest {

    private static final int LIMIT = 4_096;
    private static final byte[] DOCUMENT =
            "<p>{\"a\":1}</p>\nWARC/1.0\r\n2025-01-02 https://news.example/\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameInputsWithinTheLimit(PathKind kind) {
        Mutator mutator = new Mutator(kind, LIMIT);
        Random one = new Random(7);
        Random other = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] mutated = mutator.mutate(DOCUMENT, DOCUMENT, one);
            assertThat(mutated.length).isLessThanOrEqualTo(LIMIT);
            assertThat(mutated).isEqualTo(mutator.mutate(DOCUMENT, DOCUMENT, other));
        }
    }

    @Test
    void exceptionThatEscapesIsAFinding() throws InterruptedException {
        assertThat(run(input -> {
                            throw new IllegalStateException("broken");
                        })
                        .promise())
                .isEqualTo("crash");
    }

    @Test
    void brokenPromiseIsAFinding() throws InterruptedException {
        assertThat(run(input -> {
                            throw new BrokenPromiseException("limit", "too long");
                        })
                        .promise())
                .isEqualTo("limit");
    }

    @Test
    void inputThatIsAnsweredIsNone() throws InterruptedException {
        assertThat(run(input -> "fine").isFinding()).isFalse();
    }

    @Test
    void findingIsMadeSmallerAsLongAsItIsOne() throws InterruptedException {
        FuzzTarget target = input -> {
            if (Arrays.equals(input, new byte[0]) || Bytes.indexOf(input, '!', 0) < 0) {
                return "fine";
            }
            throw new IllegalStateException("broken");
        };
        try (Watchdog watchdog = new Watchdog(target)) {
            byte[] smallest = new Minimiser(watchdog)
                    .minimise("a long input with ! in it".getBytes(StandardCharsets.UTF_8), "crash");
            assertThat(smallest).containsExactly('!');
        }
    }

    private static ItemRun run(FuzzTarget target) throws InterruptedException {
        try (Watchdog watchdog = new Watchdog(target)) {
            return watchdog.run(DOCUMENT);
        }
    }
}
