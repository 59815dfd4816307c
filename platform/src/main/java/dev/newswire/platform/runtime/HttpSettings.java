package dev.newswire.platform.runtime;

import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the HTTP endpoint of a service listens, and how much clients may ask of it.
 *
 * @param host address to listen on
 * @param port to listen on; 0 for any
 * @param threads most threads
 * @param requests most requests that may occupy a thread at once; further ones are answered 503. Fewer than the threads,
 *     so that health and errors are always answered
 * @param connections most connections that are served at once; further ones are answered 503
 * @param requestsPerConnection after so many the connection is closed
 * @param headerBytes longest request line and header together
 * @param headerFields most header fields
 * @param headerTimeout from the first byte of a request to the end of its header
 * @param idleTimeout after which a connection on which nothing moves is closed
 * @param minimumBytesPerSecond slower bodies, and slower readers of an answer, are cut off; 0 for none
 * @param rateWindow over which that rate is measured; only time in which the client keeps us waiting counts
 */
public record HttpSettings(
        String host,
        int port,
        int threads,
        int requests,
        int connections,
        int requestsPerConnection,
        int headerBytes,
        int headerFields,
        Duration headerTimeout,
        Duration idleTimeout,
        int minimumBytesPerSecond,
        Duration rateWindow) {

    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final int RESERVED_THREADS = 6;

    /**
     * As the environment says.
     *
     * @throws dev.newswire.platform.config.SettingException if a value must be mended
     */
    public static HttpSettings of(Settings settings, int defaultPort) {
        int threads = settings.integer("NEWSWIRE_HTTP_THREADS", 64, 8, 4_096);
        return new HttpSettings(
                settings.text("NEWSWIRE_HTTP_HOST", "127.0.0.1"),
                settings.integer("NEWSWIRE_HTTP_PORT", defaultPort, 0, 65_535),
                threads,
                settings.integer("NEWSWIRE_HTTP_REQUESTS", threads - RESERVED_THREADS, 1, threads - RESERVED_THREADS),
                settings.integer("NEWSWIRE_HTTP_CONNECTIONS", 1_000, 1, 1_000_000),
                settings.integer("NEWSWIRE_HTTP_REQUESTS_PER_CONNECTION", 100_000, 1, Integer.MAX_VALUE),
                settings.integer("NEWSWIRE_HTTP_HEADER_BYTES", 16 * 1024, 1_024, 1024 * 1024),
                settings.integer("NEWSWIRE_HTTP_HEADER_FIELDS", 100, 8, 10_000),
                settings.duration("NEWSWIRE_HTTP_HEADER_TIMEOUT", Duration.ofSeconds(10)),
                settings.duration("NEWSWIRE_HTTP_IDLE_TIMEOUT", Duration.ofSeconds(30)),
                settings.integer("NEWSWIRE_HTTP_MINIMUM_BYTES_PER_SECOND", 256, 0, Integer.MAX_VALUE),
                settings.duration("NEWSWIRE_HTTP_RATE_WINDOW", Duration.ofSeconds(20)));
    }

    /** Whether only programs on this machine can reach it. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || IPV4_LOOPBACK.matcher(host).matches();
    }
}
