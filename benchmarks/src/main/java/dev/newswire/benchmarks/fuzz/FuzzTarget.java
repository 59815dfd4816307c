package dev.newswire.benchmarks.fuzz;

import java.io.IOException;

/** One way into ingest, from bytes to events. */
interface FuzzTarget {

    /**
     * Takes an input all the way to what would be written.
     *
     * @return what came of it in few words, with everything left out that differs between similar inputs
     * @throws BrokenPromiseException if the result is not what ingest promises
     */
    String run(byte[] input) throws IOException, BrokenPromiseException;
}
