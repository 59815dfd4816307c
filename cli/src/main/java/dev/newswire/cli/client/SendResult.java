package dev.newswire.cli.client;

import java.util.List;

/**
 * What the ingest service said.
 *
 * @param accepted number of articles that it took
 * @param rejected number of articles that it put among the dead letters
 * @param errors a sentence for each rejected article, as far as the service told
 */
public record SendResult(long accepted, long rejected, List<String> errors) {
    /** Both together. */
    public SendResult plus(SendResult other) {
        return new SendResult(
                accepted + other.accepted,
                rejected + other.rejected,
                java.util.stream.Stream.concat(errors.stream(), other.errors.stream())
                        .toList());
    }
}
