package dev.newswire.benchmarks.fuzz;

/** A result that ingest promises not to give. */
final class BrokenPromiseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String promise;

    /**
     * @param promise that is broken, in a word or two
     * @param detail how
     */
    BrokenPromiseException(String promise, String detail) {
        super(detail, null, false, false);
        this.promise = promise;
    }

    String promise() {
        return promise;
    }
}
