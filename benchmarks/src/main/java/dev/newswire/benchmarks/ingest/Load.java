package dev.newswire.benchmarks.ingest;

import java.util.List;

/** A way for articles to get to the broker. */
interface Load {
    /** Returns when the broker has acknowledged all of them. */
    void send(List<Lines.Line> lines) throws Exception;
}
