package dev.newswire.ingest.fetch;

import java.net.URI;
import java.util.Map;

/** One request and its answer; redirects are answers. Safe for use by several threads. */
public interface Exchange {

    /**
     * Asks for a URL.
     *
     * @param url that was checked
     * @param headers besides those that every request carries
     * @param time that the request may take, which is then less
     * @throws FetchException if there is no answer that could be taken
     */
    Answer send(URI url, Map<String, String> headers, TimeLeft time) throws FetchException;
}
