package dev.newswire.ingest.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of authors as a byline gives them. */
public final class Authors {

    private static final Pattern BY = Pattern.compile("(?i)^(?:(?:written|reported|story|words|text) )?by[: ]+");
    private static final Pattern MAIL_WITH_NAME = Pattern.compile("\\S+@\\S+ \\((?<name>[^)]+)\\)");
    private static final Pattern NAME_WITH_MAIL = Pattern.compile("(?<name>.+?) ?[<(]\\S+@\\S+[>)]");
    private static final Pattern NO_NAME =
            Pattern.compile("(?iU)(?:https?:)?//\\S*|\\S+@\\S+|@\\w+|null|undefined|n/?a|unknown|[\\W\\d]*");
    private static final Pattern SEPARATORS = Pattern.compile("\\s*(?:[,;|/•·]|\\s(?i:and|und|et|y|&)\\s)\\s*");
    private static final Pattern ROLE = Pattern.compile(
            "(?i).*\\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|bureau|updated|published)\\b.*");

    /** No byline is longer; patterns on endless text would take endless time. */
    private static final int BYLINE_READ = 4_000;

    private static final int NAME_READ = 1_000;

    private Authors() {}

    /** The names in order, cleaned, without repetition; what is no name (addresses, empty text) is left out. */
    public static List<String> clean(List<String> names) {
        Map<String, String> unique = new LinkedHashMap<>();
        for (String name : names) {
            String cleaned = cleanName(name);
            if (!NO_NAME.matcher(cleaned).matches()) {
                unique.putIfAbsent(cleaned.toLowerCase(Locale.ROOT), cleaned);
            }
        }
        return new ArrayList<>(unique.values());
    }

    /** The names in a byline such as "By Ann Lee and Bo Chan, staff writers". */
    public static List<String> ofByline(String byline) {
        String line = Text.oneLine(Text.head(byline, BYLINE_READ));
        if (MAIL_WITH_NAME.matcher(line).matches() || NO_NAME.matcher(line).matches()) {
            return clean(List.of(line));
        }
        List<String> names = new ArrayList<>();
        for (String part : SEPARATORS.split(BY.matcher(line).replaceFirst(""))) {
            if (!ROLE.matcher(part).matches()) {
                names.add(part);
            }
        }
        return clean(names);
    }

    private static String cleanName(String name) {
        String line = BY.matcher(Text.oneLine(Text.head(name, NAME_READ))).replaceFirst("");
        Matcher mailFirst = MAIL_WITH_NAME.matcher(line);
        if (mailFirst.matches()) {
            return mailFirst.group("name").strip();
        }
        Matcher mailLast = NAME_WITH_MAIL.matcher(line);
        return mailLast.matches() ? mailLast.group("name").strip() : line;
    }
}
