package dev.newswire.ingest.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Advertisements that say so themselves. Only a category that means nothing else, or a label set apart at the start of the
 * title, counts: an article about advertising is news.
 */
final class Advertisements {

    private static final Set<String> CATEGORIES = Set.of(
            "advertisement",
            "advertorial",
            "paid content",
            "paid post",
            "promoted content",
            "sponsored",
            "sponsored content",
            "sponsored post",
            "anzeige",
            "publireportage",
            "publirreportaje",
            "publicidad",
            "contenido patrocinado",
            "contenu sponsorisé");

    private static final String LABEL =
            "ad|advert|advertisement|advertorial|anzeige|paid post|promoted|sponsored|sponsored content|sponsored post|werbung";
    private static final Pattern TITLE = Pattern.compile(
            "\\[(?:" + LABEL + ")]|\\((?:" + LABEL + ")\\)|(?:advertisement|advertorial|anzeige|paid post|sponsored"
                    + "|sponsored content|sponsored post|werbung) ?[:|]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Advertisements() {}

    static boolean isMarked(FeedItem item) {
        for (String category : item.categories()) {
            if (CATEGORIES.contains(category.strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return item.title() != null && TITLE.matcher(item.title().line()).lookingAt();
    }
}
