package dev.newswire.publish.read;

import dev.newswire.publish.feed.EntryKey;
import dev.newswire.schema.FeedEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of an entry in the order of its feed. It stays valid when entries come and go, its own among them.
 *
 * @param sortAt epoch milliseconds
 * @param articleId of the entry
 */
public record EntryCursor(long sortAt, String articleId) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,15})-([0-9A-Za-z]{1,64})");

    /** The place of an entry. */
    public static EntryCursor of(FeedEntry entry) {
        return new EntryCursor(entry.getSortAt().toEpochMilli(), entry.getArticleId());
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<EntryCursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new EntryCursor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The first key behind this place among the entries of a feed. */
    String behind(String feedId) {
        return EntryKey.of(feedId, sortAt, articleId) + '\0';
    }

    @Override
    public String toString() {
        return sortAt + "-" + articleId;
    }
}
