package dev.newswire.platform.runtime;

/**
 * What the health endpoints tell.
 *
 * @param live false when the process cannot recover by itself and should be restarted
 * @param ready whether it does its work now
 * @param detail one word or sentence for the operator
 */
public record Health(boolean live, boolean ready, String detail) {
    /** Doing its work. */
    public static Health up(String detail) {
        return new Health(true, true, detail);
    }

    /** Not yet, or not just now. */
    public static Health starting(String detail) {
        return new Health(true, false, detail);
    }

    /** Beyond recovery. */
    public static Health dead(String detail) {
        return new Health(false, false, detail);
    }
}
