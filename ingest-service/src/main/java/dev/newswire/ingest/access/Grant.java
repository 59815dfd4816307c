package dev.newswire.ingest.access;

import java.util.Set;

/**
 * What the bearer of a token may do.
 *
 * @param name of the token, as logs and metrics may show it
 * @param sources whose articles it may write, read the fates of and withdraw; {@link #ALL} among them stands for every one
 */
public record Grant(String name, Set<String> sources) {

    /** In a list of sources: every source. */
    public static final String ALL = "*";

    /** Of a sender that needs no token. */
    public static final Grant ANYONE = new Grant("", Set.of(ALL));

    /** Copies the sources. */
    public Grant {
        sources = Set.copyOf(sources);
    }

    /** Whether it counts for articles of this source. */
    public boolean covers(String source) {
        return coversAll() || sources.contains(source);
    }

    /** Whether it counts for every source. */
    public boolean coversAll() {
        return sources.contains(ALL);
    }
}
