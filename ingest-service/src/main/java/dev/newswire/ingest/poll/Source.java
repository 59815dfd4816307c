package dev.newswire.ingest.poll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source as the list of sources has it.
 *
 * @param id identifier that its articles carry: 1 to 64 characters of a-z, 0-9, '.' and '-'
 * @param type of what is behind its URLs
 * @param urls that are polled, at least one
 * @param minimumInterval between polls
 * @param maximumInterval between polls, unless the server or an error asks for longer
 * @param fullText whether the pages behind a feed's items are fetched
 * @param language BCP 47 tag for articles that state none, or null
 * @param headers sent with requests to the origin of its URLs; may be secret
 * @param isEnabled whether it is polled
 * @param pages most pages fetched in one poll
 * @param window age beyond which a sitemap's dated entries are left alone
 */
public record Source(
        String id,
        SourceType type,
        List<String> urls,
        Duration minimumInterval,
        Duration maximumInterval,
        FullText fullText,
        @Nullable String language,
        Map<String, String> headers,
        boolean isEnabled,
        int pages,
        Duration window) {

    /** Where the list says nothing. */
    static final Duration MINIMUM_INTERVAL = Duration.ofMinutes(5);

    static final Duration MAXIMUM_INTERVAL = Duration.ofHours(6);
    static final Duration WINDOW = Duration.ofDays(2);
    static final int PAGES = 50;

    /** Copies what it is given. */
    public Source {
        urls = List.copyOf(urls);
        headers = Map.copyOf(headers);
    }

    /** Headers may be secret. */
    @Override
    public String toString() {
        return id + " (" + type.id() + ")";
    }
}
