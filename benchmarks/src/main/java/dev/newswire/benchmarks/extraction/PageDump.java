package dev.newswire.benchmarks.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found on a page and what is wanted, in the same form, so that the two files can be compared. */
final class PageDump {

    private PageDump() {}

    static String found(PageScore score) {
        Extracted found = score.found();
        return page(found.title(), String.join(", ", found.authors()), found.day(), found.text());
    }

    static String wanted(PageScore score) {
        GoldPage gold = score.gold();
        return page(gold.title(), gold.author(), gold.date(), gold.text());
    }

    private static String page(
            @Nullable String title, @Nullable String authors, @Nullable String day, @Nullable String text) {
        return String.join("\n", List.of(orNone(title), orNone(authors), orNone(day), "", text == null ? "" : text))
                + "\n";
    }

    private static String orNone(@Nullable String value) {
        return value == null || value.isEmpty() ? "-" : value;
    }
}
