package dev.newswire.platform.runtime;

/**
 * Measures whether a client keeps up with a rate while it is its turn. Time in which it is not its turn does not count, so
 * that a slow server never makes a client look slow. For one thread.
 */
final class MinimumRate {

    private final long windowNanos;
    private final long bytesPerWindow;
    private boolean wasWaiting;
    private long lastNanos;
    private long lastBytes;
    private long waitedNanos;
    private long movedBytes;

    /**
     * @param bytesPerSecond least rate; 0 for any
     * @param windowNanos time of waiting after which the rate is judged, and then anew
     */
    MinimumRate(long bytesPerSecond, long windowNanos) {
        this.windowNanos = windowNanos;
        this.bytesPerWindow = (long) (bytesPerSecond * (windowNanos / 1e9));
    }

    /**
     * Takes a look.
     *
     * @param isWaiting whether the client is waited for now
     * @param bytes moved so far
     * @param nowNanos of a clock that only goes forward
     * @return whether a whole window of waiting has passed with too few bytes
     */
    boolean isTooSlow(boolean isWaiting, long bytes, long nowNanos) {
        if (isWaiting && wasWaiting) {
            waitedNanos += nowNanos - lastNanos;
        }
        movedBytes += bytes - lastBytes;
        lastNanos = nowNanos;
        lastBytes = bytes;
        wasWaiting = isWaiting;
        if (waitedNanos < windowNanos) {
            return false;
        }
        boolean isTooSlow = movedBytes < bytesPerWindow;
        waitedNanos = 0;
        movedBytes = 0;
        return isTooSlow;
    }
}
