package dev.newswire.ingest.fetch;

import java.time.Duration;

/**
 * How much one answer may be.
 *
 * @param redirects followed
 * @param headerBytes of status line and headers
 * @param bodyBytes as they come over the wire
 * @param decodedBytes once decompressed
 * @param ratio of decoded to compressed bytes, beyond the first MiB
 * @param connect time to connect, with TLS
 * @param firstByte time to the headers, counted from the request
 * @param total time of all requests of one fetch, redirects included
 * @param minimumBytesPerSecond average of the body, once the grace has passed; 0 for any
 * @param grace time in which a body may be as slow as it likes
 */
public record FetchLimits(
        int redirects,
        int headerBytes,
        int bodyBytes,
        int decodedBytes,
        int ratio,
        Duration connect,
        Duration firstByte,
        Duration total,
        int minimumBytesPerSecond,
        Duration grace) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What is promised without settings. */
    public static final FetchLimits STANDARD = new FetchLimits(
            5,
            32 * 1024,
            10 * MEBIBYTE,
            20 * MEBIBYTE,
            100,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            256,
            Duration.ofSeconds(10));
}
