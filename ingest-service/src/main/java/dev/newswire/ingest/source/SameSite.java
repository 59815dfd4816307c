package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Whether two URLs belong to one site: hosts under the same name that somebody registered. */
final class SameSite {

    /** Under "co.uk" or "com.au" names are registered one level further down. */
    private static final int LONGEST_SECOND_LEVEL = 3;

    private static final int LENGTH_OF_COUNTRY = 2;

    private SameSite() {}

    /** Whether the claim can be true of a page that was fetched there; always where that is not known. */
    static boolean mayBe(String claimed, @Nullable String fetchedFrom) {
        String from = fetchedFrom == null ? null : CanonicalUrl.host(fetchedFrom);
        String host = CanonicalUrl.host(claimed);
        return from == null || (host != null && registered(host).equals(registered(from)));
    }

    /** The part of a host that was registered, by the shape of its name alone. */
    static String registered(String host) {
        String[] labels = host.split("\\.", -1);
        int count = labels.length;
        if (count <= 2 || host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1))) {
            return host;
        }
        boolean isUnderCountry =
                labels[count - 1].length() == LENGTH_OF_COUNTRY && labels[count - 2].length() <= LONGEST_SECOND_LEVEL;
        String two = labels[count - 2] + "." + labels[count - 1];
        return isUnderCountry ? labels[count - 3] + "." + two : two;
    }
}
