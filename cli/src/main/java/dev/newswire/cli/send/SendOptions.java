package dev.newswire.cli.send;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to send.
 *
 * @param source of articles that name none themselves, or null
 * @param url where a page was found, or null
 * @param fetchedAt what relative times count from; null for the time of each file
 * @param contentType of every input; null where the content is to tell
 * @param resume whether inputs go on where an earlier run was acknowledged
 * @param stateFolder where it is remembered how far inputs were acknowledged
 * @param patience how long an absent service is waited for
 */
public record SendOptions(
        @Nullable String source,
        @Nullable String url,
        @Nullable Instant fetchedAt,
        @Nullable String contentType,
        boolean resume,
        Path stateFolder,
        Duration patience) {}
