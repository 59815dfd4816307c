package dev.newswire.cli.dlq;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are sent again, and how.
 *
 * @param topics of dead letters to look in
 * @param filter which of them are meant
 * @param again also those about which something was decided before
 * @param rate most letters a second, 1 or more
 * @param maxAttempts a letter that has been sent again so often is left alone
 * @param value sent in the place of the letter's own; null for its own
 */
public record RedriveOptions(
        Collection<String> topics,
        LetterFilter filter,
        boolean again,
        int rate,
        int maxAttempts,
        byte @Nullable [] value) {}
