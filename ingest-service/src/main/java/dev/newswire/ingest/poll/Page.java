package dev.newswire.ingest.poll;

import dev.newswire.ingest.source.Reading;

/** What came of fetching the page of an article. */
sealed interface Page {

    /** It was read, which may have found nothing. */
    record Read(Reading reading) implements Page {}

    /** It did not come; whether it may well come a little later. */
    record Missing(String reason, boolean isPassing) implements Page {}
}
