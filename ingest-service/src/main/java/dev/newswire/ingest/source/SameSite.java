package dev.newswire.ingest.source;

import crawlercommons.domains.EffectiveTldFinder;
import dev.newswire.ingest.normalise.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Whether two URLs belong to one site: hosts under the same name that somebody registered, or was given by a hosting service. */
final class SameSite {

    private SameSite() {}

    /** Whether the claim can be true of a page that was fetched there; always where that is not known. */
    static boolean mayBe(String claimed, @Nullable String fetchedFrom) {
        String from = fetchedFrom == null ? null : CanonicalUrl.host(fetchedFrom);
        String host = CanonicalUrl.host(claimed);
        return from == null
                || from.equals(host)
                || (host != null && registered(host).equals(registered(from)));
    }

    /** The part of a host that belongs to one owner, by the public suffix list with its private part. */
    private static String registered(String host) {
        if (host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1))) {
            return host;
        }
        String listed = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return listed == null ? lastTwoLabels(host) : listed;
    }

    /** What the list says of names that are not in it. */
    private static String lastTwoLabels(String host) {
        int start = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return host.substring(start + 1);
    }
}
