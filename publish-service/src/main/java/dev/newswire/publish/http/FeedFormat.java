package dev.newswire.publish.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of feeds for programs. */
enum FeedFormat {
    /** JSON Feed 1.1. */
    JSON("json", "application/feed+json", "application/json"),
    /** Atom 1.0. */
    ATOM("atom", "application/atom+xml", "application/xml", "text/xml"),
    /** RSS 2.0. */
    RSS("rss", "application/rss+xml"),
    /** ninjs 3.0. */
    NINJS("ninjs", "application/ninjs+json");

    /** Every type that a feed can be asked for in, pages first. */
    static final List<String> TYPES = Stream.concat(
                    Stream.of(Reply.HTML), Arrays.stream(values()).flatMap(format -> format.types.stream()))
            .toList();

    private final String suffix;
    private final List<String> types;

    FeedFormat(String suffix, String... types) {
        this.suffix = suffix;
        this.types = List.of(types);
    }

    /** What its addresses end with, without the dot. */
    String suffix() {
        return suffix;
    }

    /** Its media type. */
    String mediaType() {
        return types.get(0);
    }

    /** The format that goes by a type, its own or a more general one; empty for pages. */
    static Optional<FeedFormat> ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.types.contains(type))
                .findFirst();
    }

    /** The format that a name ends with. */
    static Optional<FeedFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.suffix))
                .findFirst();
    }

    /** A name without the suffix of this format. */
    String strip(String name) {
        return name.substring(0, name.length() - suffix.length() - 1);
    }
}
