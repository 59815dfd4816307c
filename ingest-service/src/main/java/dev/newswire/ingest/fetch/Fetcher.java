package dev.newswire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fetches URLs, following redirects: every hop is checked as if it had been asked for. */
public final class Fetcher {

    private final Exchange exchange;
    private final UrlPolicy urls;
    private final int mostRedirects;
    private final Duration total;

    /** Over this exchange. */
    public Fetcher(Exchange exchange, FetchSettings settings) {
        this.exchange = exchange;
        this.urls = settings.urls();
        this.mostRedirects = settings.limits().redirects();
        this.total = settings.limits().total();
    }

    /**
     * Fetches a URL.
     *
     * @param headers besides those that every request carries; another origin never sees them
     * @throws FetchException if there is no answer that could be taken
     */
    public Fetched fetch(String url, Map<String, String> headers) throws FetchException {
        URI asked = urls.check(url);
        URI at = asked;
        Optional<URI> movedTo = Optional.empty();
        boolean isPermanent = true;
        TimeLeft time = TimeLeft.of(total);
        Set<URI> seen = new HashSet<>();
        for (int hops = 0; seen.add(at); hops++) {
            Answer answer = exchange.send(at, sameOrigin(asked, at) ? headers : Map.of(), time);
            if (!answer.isRedirect()) {
                return new Fetched(asked, answer, movedTo);
            }
            if (hops == mostRedirects) {
                throw new FetchException(Failure.REDIRECTS, "more than " + mostRedirects + " redirects");
            }
            at = urls.resolve(at, answer.header("location").orElse(""));
            isPermanent &= answer.isPermanentRedirect();
            movedTo = isPermanent ? Optional.of(at) : movedTo;
        }
        throw new FetchException(Failure.REDIRECTS, "the redirects go round in a circle");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equals(other.getRawAuthority());
    }
}
