package dev.newswire.publish.http;

import java.util.Map;

/**
 * A question.
 *
 * @param path decoded, starting with a slash
 * @param query parameters, the first of each name
 * @param accept media types that the asker takes; empty for any
 */
record Ask(String path, Map<String, String> query, String accept) {
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** A whole number in a parameter; the default where it is absent or not one. */
    int number(String name, int defaultValue) {
        try {
            return Integer.parseInt(parameter(name));
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    /** What the asker takes. */
    Negotiation negotiation() {
        return Negotiation.of(accept);
    }

    /** Whether the asker is a browser: it names HTML, as programs seldom do. */
    boolean wantsPage() {
        return negotiation().names(Reply.HTML);
    }
}
