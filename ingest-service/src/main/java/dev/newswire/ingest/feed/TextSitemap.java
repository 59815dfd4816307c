package dev.newswire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sitemaps as text: one absolute address a line and nothing else (sitemaps.org, section "Text file"). */
final class TextSitemap {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"]+");
    /** By the standard an address has less than 2,048 characters. */
    private static final int LONGEST = 2_048;

    private final FeedLimits limits;
    private final List<FeedItem> items = new ArrayList<>();
    private long dropped;

    private TextSitemap(FeedLimits limits) {
        this.limits = limits;
    }

    /** Whether the line that starts here is an address and nothing else, with which no other document begins. */
    static boolean begins(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return isAddress(text.substring(start, end).strip());
    }

    /** Lines that are no address are left out and told. */
    static ParsedFeed read(String text, int start, FeedLimits limits, List<String> repairs) {
        TextSitemap sitemap = new TextSitemap(limits);
        long wrong = text.substring(start)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !sitemap.take(line))
                .count();
        if (wrong > 0) {
            repairs.add(wrong + " lines are no address and were left out");
        }
        return sitemap.feed(repairs);
    }

    private static boolean isAddress(String line) {
        return line.length() < LONGEST && ADDRESS.matcher(line).matches();
    }

    private boolean take(String line) {
        if (!isAddress(line)) {
            return false;
        }
        if (items.size() == limits.items()) {
            dropped++;
            return true;
        }
        items.add(new FeedItem(null, line, null, List.of(), null, null, null, null, null, List.of(), null));
        return true;
    }

    private ParsedFeed feed(List<String> repairs) {
        return new ParsedFeed(
                FeedFormat.SITEMAP,
                null,
                null,
                null,
                null,
                FeedLinks.NONE,
                null,
                List.of(),
                null,
                null,
                FeedSchedule.NONE,
                List.copyOf(items),
                dropped,
                List.copyOf(repairs));
    }
}
