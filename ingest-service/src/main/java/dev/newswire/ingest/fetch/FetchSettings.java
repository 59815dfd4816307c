package dev.newswire.ingest.fetch;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the environment sets about fetching.
 *
 * @param addresses which may be connected to
 * @param urls which may be asked for
 * @param limits of an answer
 * @param userAgent how we introduce ourselves
 */
public record FetchSettings(AddressPolicy addresses, UrlPolicy urls, FetchLimits limits, String userAgent) {

    /** Our name in robots.txt. */
    public static final String PRODUCT = "newswire";

    /** Part of what {@code --help} prints. */
    public static final String USAGE = """
              NEWSWIRE_FETCH_CONTACT_URL           none        page or mailto: for those whose sites are fetched
              NEWSWIRE_FETCH_ALLOWED_ADDRESSES     none        ranges besides the public Internet: 10.1.0.0/16,fd00::/8
              NEWSWIRE_FETCH_PORTS                 80,443,8080,8443
              NEWSWIRE_FETCH_REDIRECTS             5           followed
              NEWSWIRE_FETCH_HEADER_BYTES          32768       of an answer
              NEWSWIRE_FETCH_BODY_BYTES            10485760    over the wire
              NEWSWIRE_FETCH_DECODED_BYTES         20971520    decompressed
              NEWSWIRE_FETCH_RATIO                 100         of decompressed to compressed, beyond 1 MiB
              NEWSWIRE_FETCH_CONNECT_TIMEOUT       PT10S
              NEWSWIRE_FETCH_FIRST_BYTE_TIMEOUT    PT20S
              NEWSWIRE_FETCH_TOTAL_TIMEOUT         PT60S       of one fetch, its redirects included
              NEWSWIRE_FETCH_MINIMUM_BYTES_PER_SECOND  256     slower answers are cut after 10 s
            """;

    private static final int LARGEST = 1_000 * 1024 * 1024;

    /** @throws SettingException if one must be mended */
    public static FetchSettings of(Settings settings) {
        return new FetchSettings(
                new AddressPolicy(list(
                        settings, "NEWSWIRE_FETCH_ALLOWED_ADDRESSES", "", Cidr::parse, "ranges such as 10.1.0.0/16")),
                new UrlPolicy(Set.copyOf(list(
                        settings, "NEWSWIRE_FETCH_PORTS", "80,443,8080,8443", FetchSettings::port, "port numbers"))),
                limits(settings),
                userAgent(settings));
    }

    private static FetchLimits limits(Settings settings) {
        FetchLimits standard = FetchLimits.STANDARD;
        return new FetchLimits(
                settings.integer("NEWSWIRE_FETCH_REDIRECTS", standard.redirects(), 0, 20),
                settings.integer("NEWSWIRE_FETCH_HEADER_BYTES", standard.headerBytes(), 1_024, 1024 * 1024),
                settings.integer("NEWSWIRE_FETCH_BODY_BYTES", standard.bodyBytes(), 1_024, LARGEST),
                settings.integer("NEWSWIRE_FETCH_DECODED_BYTES", standard.decodedBytes(), 1_024, LARGEST),
                settings.integer("NEWSWIRE_FETCH_RATIO", standard.ratio(), 2, 10_000),
                positive(settings, "NEWSWIRE_FETCH_CONNECT_TIMEOUT", standard.connect()),
                positive(settings, "NEWSWIRE_FETCH_FIRST_BYTE_TIMEOUT", standard.firstByte()),
                positive(settings, "NEWSWIRE_FETCH_TOTAL_TIMEOUT", standard.total()),
                settings.integer(
                        "NEWSWIRE_FETCH_MINIMUM_BYTES_PER_SECOND",
                        standard.minimumBytesPerSecond(),
                        0,
                        Integer.MAX_VALUE),
                standard.grace());
    }

    private static Duration positive(Settings settings, String name, Duration standard) {
        Duration value = settings.duration(name, standard);
        if (value.isZero()) {
            throw new SettingException(name + " is \"" + value + "\" but takes a duration above zero such as PT30S.");
        }
        return value;
    }

    private static String userAgent(Settings settings) {
        String contact = settings.text("NEWSWIRE_FETCH_CONTACT_URL", "");
        if (!contact.isEmpty() && !contact.matches("(?:https?://|mailto:)[\\x21-\\x27\\x2a-\\x7e]{3,200}")) {
            throw new SettingException("NEWSWIRE_FETCH_CONTACT_URL is \"" + contact
                    + "\" but takes a URL such as https://example.org/crawler or mailto:news@example.org.");
        }
        return "Newswire/1.0" + (contact.isEmpty() ? "" : " (+" + contact + ")");
    }

    private static <T> List<T> list(
            Settings settings, String name, String standard, Function<String, T> reader, String takes) {
        String value = settings.text(name, standard);
        try {
            return Arrays.stream(value.split("[,\\s]+"))
                    .filter(part -> !part.isEmpty())
                    .map(reader)
                    .collect(Collectors.toUnmodifiableList());
        } catch (IllegalArgumentException e) {
            throw new SettingException(name + " is \"" + value + "\" but takes " + takes + " separated by commas.");
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }
}
