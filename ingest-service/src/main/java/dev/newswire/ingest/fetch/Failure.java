package dev.newswire.ingest.fetch;

import java.util.Locale;

/** Why nothing was fetched: few and fixed, so that they can be counted. */
public enum Failure {
    /** The URL is not one that is fetched. */
    URL(false),
    /** The host has an address that must not be connected to. */
    ADDRESS(false),
    /** The rules of the site (robots.txt) do not allow it. */
    ROBOTS(false),
    /** The name of the host is not known. */
    HOST(true),
    /** No connection, or it broke. */
    CONNECTION(true),
    /** No secure connection. */
    TLS(true),
    /** The answer took too long. */
    TIMEOUT(true),
    /** The answer came too slowly. */
    SLOW(true),
    /** The answer is larger than what is taken. */
    LARGE(false),
    /** The answer is not HTTP. */
    PROTOCOL(true),
    /** The answer's encoding is not supported or broken. */
    ENCODING(false),
    /** Too many redirects, or in a circle. */
    REDIRECTS(false),
    /** The site wants peace, or has not told its rules yet. */
    WAITING(true),
    /** The service is stopping. */
    STOPPED(true);

    private final boolean passing;

    Failure(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same request may well succeed a little later. */
    public boolean isPassing() {
        return passing;
    }

    /** Its name in metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
