package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PersistentTaskTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void whatFailsBeginsAgain() {
        AtomicInteger runs = new AtomicInteger();
        PersistentTask task = new PersistentTask("test", "It does not work", PAUSE, () -> {
            runs.incrementAndGet();
            throw new IOException("away");
        });
        task.start();
        try (task) {
            await().until(() -> runs.get() > 3);
        }
    }

    @Test
    void whatEndsBeginsAgain() {
        AtomicInteger runs = new AtomicInteger();
        PersistentTask task = new PersistentTask("test", "It does not work", PAUSE, runs::incrementAndGet);
        task.start();
        try (task) {
            await().until(() -> runs.get() > 3);
        }
    }

    @Test
    void closingEndsWorkThatWaits() {
        AtomicBoolean hasEnded = new AtomicBoolean();
        CountDownLatch isWaiting = new CountDownLatch(1);
        PersistentTask task = new PersistentTask("test", "It does not work", PAUSE, () -> {
            isWaiting.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                hasEnded.set(true);
            }
        });
        task.start();
        await().until(() -> isWaiting.getCount() == 0);
        assertThat(task.isClosing()).isFalse();
        task.close();
        assertThat(hasEnded).isTrue();
        assertThat(task.isClosing()).isTrue();
    }

    @Test
    void closingEndsThePause() {
        AtomicInteger runs = new AtomicInteger();
        PersistentTask task = new PersistentTask("test", "It does not work", Duration.ofDays(1), runs::incrementAndGet);
        task.start();
        await().until(() -> runs.get() == 1);
        task.close();
        assertThat(runs).hasValue(1);
    }
}
