package dev.newswire.publish.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Picks the media type that an {@code Accept} header likes best (RFC 9110, section 12.5.1). */
final class Negotiation {
    /** More media ranges than any honest client names. */
    private static final int MOST_RANGES = 64;

    private final List<Range> ranges = new ArrayList<>();

    private Negotiation() {}

    /** Reads a header; an empty one accepts everything, and what is malformed in it is passed over. */
    static Negotiation of(String accept) {
        Negotiation negotiation = new Negotiation();
        for (String element : accept.split(",", MOST_RANGES)) {
            Range.parse(element).ifPresent(negotiation.ranges::add);
        }
        return negotiation;
    }

    /** The liked best of the types on offer, in the server's order where the client has none; empty for none of them. */
    Optional<String> best(List<String> offered) {
        Optional<String> best = Optional.empty();
        double highest = 0;
        for (String type : offered) {
            double quality = quality(type);
            if (quality > highest) {
                highest = quality;
                best = Optional.of(type);
            }
        }
        return best;
    }

    /** Whether a type is named itself, and not only by a wildcard. */
    boolean names(String type) {
        return ranges.stream().anyMatch(range -> range.pattern.equals(type) && range.quality > 0);
    }

    /** What the most specific range that holds for a type says of it: 0 to 1. */
    private double quality(String type) {
        if (ranges.isEmpty()) {
            return 1;
        }
        double quality = 0;
        int specificity = -1;
        for (Range range : ranges) {
            int match = range.specificity(type);
            if (match > specificity) {
                specificity = match;
                quality = range.quality;
            }
        }
        return quality;
    }

    private record Range(String pattern, double quality) {
        static Optional<Range> parse(String element) {
            String[] parts = element.split(";");
            String pattern = parts[0].strip().toLowerCase(Locale.ROOT);
            if (pattern.indexOf('/') <= 0) {
                return Optional.empty();
            }
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    quality = number(parameter.substring(2));
                }
            }
            return Optional.of(new Range(pattern, quality));
        }

        /** A weight that cannot be read is none at all. */
        private static double number(String text) {
            try {
                double number = Double.parseDouble(text.strip());
                return number >= 0 && number <= 1 ? number : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /** 2 for the type itself, 1 for its family, 0 for any, -1 for others. */
        int specificity(String type) {
            if (pattern.equals(type)) {
                return 2;
            }
            if (pattern.equals("*/*")) {
                return 0;
            }
            boolean family = pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
            return family ? 1 : -1;
        }
    }
}
