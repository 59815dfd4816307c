package dev.newswire.benchmarks.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs inputs one by one on a thread that it can leave behind, and holds each against the limits: 2 s of processor time,
 * 2 GiB of garbage, no exception.
 */
final class Watchdog implements AutoCloseable {

    /** More processor time than this is a finding. */
    static final Duration SLOW = Duration.ofSeconds(2);

    private static final Duration GIVEN_UP = Duration.ofSeconds(20);
    private static final long MOST_ALLOCATED_BYTES = 2L << 30;
    private static final long LOOK_MS = 200;
    private static final int MOST_LEFT_BEHIND = 3;
    private static final int FRAMES = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FuzzTarget target;
    private ExecutorService executor = executor();
    private volatile long workerId;
    private int leftBehind;

    Watchdog(FuzzTarget target) {
        this.target = target;
    }

    /** Runs the target on an input; returns in any case. */
    ItemRun run(byte[] input) throws InterruptedException {
        CompletableFuture<ItemRun> result = new CompletableFuture<>();
        executor.execute(() -> result.complete(measured(input)));
        long begunAt = -1;
        while (true) {
            try {
                return result.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                long now = threads.getThreadCpuTime(workerId);
                begunAt = begunAt < 0 ? now : begunAt;
                if (now - begunAt > GIVEN_UP.toNanos()) {
                    return leaveBehind(now - begunAt);
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Whether so many inputs hang that there is no processor left for others. */
    boolean isExhausted() {
        return leftBehind >= MOST_LEFT_BEHIND;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private ItemRun leaveBehind(long cpuNanos) {
        StringBuilder frames = new StringBuilder();
        var info = threads.getThreadInfo(workerId, FRAMES * 2);
        for (StackTraceElement frame : info == null ? new StackTraceElement[0] : info.getStackTrace()) {
            frames.append(" < ").append(frame.getClassName()).append('.').append(frame.getMethodName());
        }
        leftBehind++;
        executor.shutdownNow();
        executor = executor();
        return new ItemRun("hang", "hang", "does not end" + frames, cpuNanos, 0);
    }

    private ItemRun measured(byte[] input) {
        workerId = Thread.currentThread().getId();
        long cpu = threads.getCurrentThreadCpuTime();
        long allocated = threads.getThreadAllocatedBytes(workerId);
        String shape = "";
        String promise = null;
        String detail = "";
        try {
            shape = target.run(input);
        } catch (BrokenPromiseException broken) {
            promise = broken.promise();
            detail = String.valueOf(broken.getMessage());
        } catch (Throwable escaped) {
            promise = "crash";
            detail = crash(escaped);
        }
        long cpuNanos = threads.getCurrentThreadCpuTime() - cpu;
        long allocatedBytes = threads.getThreadAllocatedBytes(workerId) - allocated;
        if (promise == null && cpuNanos > SLOW.toNanos()) {
            promise = "slow";
            detail = shape;
        }
        if (promise == null && allocatedBytes > MOST_ALLOCATED_BYTES) {
            promise = "memory";
            detail = shape;
        }
        return new ItemRun(shape, promise, detail, cpuNanos, allocatedBytes);
    }

    private static String crash(Throwable escaped) {
        StringBuilder text = new StringBuilder(escaped.getClass().getName());
        StackTraceElement[] frames = escaped.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append(" < ").append(frames[i].getClassName()).append('.').append(frames[i].getMethodName());
        }
        return text.toString();
    }

    private static ExecutorService executor() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
    }
}
