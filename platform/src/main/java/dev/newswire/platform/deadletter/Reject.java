package dev.newswire.platform.deadletter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that ingest could not take.
 *
 * @param bytes what came, as it came, possibly cut
 * @param rule short name of the rule that it breaks, such as {@code missing-title}
 * @param reason one sentence for the sender
 * @param articleId its article; null where it cannot be told
 * @param source its source; null where it cannot be told
 * @param attributes further headers of the dead letter
 * @param receivedAt epoch milliseconds
 */
public record Reject(
        byte[] bytes,
        String rule,
        String reason,
        @Nullable String articleId,
        @Nullable String source,
        Map<String, String> attributes,
        long receivedAt) {}
