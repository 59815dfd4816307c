package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.PublicationTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the time of publication in a page's own words, first where it is said for machines, then where readers see it. */
final class PageDates {

    private static final Pattern META_NAME = Pattern.compile(
            ".*(?:publi(?:sh|cation).*(?:time|date|at|on)|date.?publi.*|pub.?date|published|parsely-pub|sailthru\\.date"
                    + "|release.?date|post.?date|article.?date).*|(?:\\w+[.:])?(?:date|date\\.(?:issued|created)|created"
                    + "|issued)|citation_(?:online_)?date");
    private static final Pattern NOT_THIS = Pattern.compile(".*(?:modif|updat|expir|unpubl|available).*");
    private static final Pattern WRITTEN =
            Pattern.compile("(?iu)\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
                    + "(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}"
                    + "|\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?[ -](?:de )?\\p{L}{3,12}\\.?,?[ -](?:de |del )?\\d{4}"
                    + "|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]");
    private static final Pattern UPDATED = Pattern.compile(
            "(?iu).*(?:updat|modifi|review|revis|edited|aktualis|mis à jour|actualiz|aggiorn|обновл|更新).*");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?iu).*(?:publi|posted|releas|veröffentl|erschien|pubbl|опубл|发布|公開).*");
    private static final Pattern IN_URL = Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");
    private static final int LONGEST = 100;
    private static final int BEFORE = 800;
    private static final int AFTER = 2_000;

    private record Shown(String words, int rank, int distance) {}

    private PageDates() {}

    /** Whether text that begins here is short and names a year. */
    static boolean mayBeDate(String text, int start) {
        if (text.length() - start > LONGEST) {
            return false;
        }
        int digits = 0;
        for (int i = start; i <= text.length(); i++) {
            boolean isDigit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (!isDigit && digits == 4) {
                String year = text.substring(i - 4, i - 2);
                return year.equals("20") || year.equals("19");
            }
            digits = isDigit ? digits + 1 : 0;
        }
        return false;
    }

    /** What the page says for machines, if it is readable; else null. */
    static @Nullable String stated(MetaElements metas, JsonLd declared) {
        return firstReadable(
                declared.text("datePublished"),
                metas.first("article:published_time", "og:article:published_time"),
                ofMetas(metas),
                declared.textOfPage("datePublished"));
    }

    /** What is left where no time of publication is stated or shown: a time of update, the URL; else null. */
    static @Nullable String inferred(MetaElements metas, JsonLd declared, @Nullable String url) {
        return firstReadable(
                declared.text("dateCreated"),
                declared.text("dateModified"),
                metas.first("article:modified_time", "og:updated_time", "last-modified"),
                inUrl(url));
    }

    private static @Nullable String firstReadable(@Nullable String... choices) {
        for (String choice : choices) {
            if (readable(choice) != null) {
                return choice;
            }
        }
        return null;
    }

    private static @Nullable String ofMetas(MetaElements metas) {
        for (Map.Entry<String, List<String>> meta : metas.all().entrySet()) {
            String name = meta.getKey();
            if (META_NAME.matcher(name).matches() && !NOT_THIS.matcher(name).matches()) {
                String words = readable(meta.getValue().get(0));
                if (words != null) {
                    return words;
                }
            }
        }
        return null;
    }

    /** What readers see near the headline: what is called published before what is not, what is called updated last. */
    static @Nullable String shown(SignScan scan) {
        Shown best = null;
        for (SignScan.Sign sign :
                Stream.concat(scan.dates().stream(), scan.bylines().stream()).toList()) {
            Shown shown = shown(sign, scan.headlineAt());
            boolean isBetter = shown != null
                    && (best == null
                            || shown.rank() < best.rank()
                            || (shown.rank() == best.rank() && shown.distance() < best.distance()));
            best = isBetter ? shown : best;
        }
        return best == null ? null : best.words();
    }

    private static @Nullable Shown shown(SignScan.Sign sign, int headline) {
        Element element = sign.element();
        String machine = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        String text = ShortText.of(element, LONGEST * 2);
        String words = readable(machine);
        words = words == null ? within(text) : words;
        if (words == null) {
            return null;
        }
        int from = sign.at() - headline;
        boolean isNear = from >= -BEFORE && from <= AFTER;
        int rank = (sign.inNoise() ? 20 : 0) + (isNear ? 0 : 10) + kind(element, text);
        return new Shown(words, rank, Math.abs(from));
    }

    /** 0 for a time of publication, 1 for one that is not labelled, 2 for a time of update. */
    private static int kind(Element element, String text) {
        String own = text + ' ' + element.className() + ' ' + element.attr("itemprop");
        boolean isLabelled =
                PUBLISHED.matcher(own).matches() || UPDATED.matcher(own).matches();
        String label = isLabelled ? own : before(element);
        if (PUBLISHED.matcher(label).matches()) {
            return 0;
        }
        return UPDATED.matcher(label).matches() ? 2 : 1;
    }

    /** The words in front of the date may stand in an element of their own. */
    private static String before(Element element) {
        Element parent = element.parent();
        return parent == null ? "" : ShortText.of(parent, LONGEST * 2);
    }

    private static @Nullable String within(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            String words = readable(written.group());
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    private static @Nullable String inUrl(@Nullable String url) {
        Matcher date = IN_URL.matcher(url == null ? "" : url);
        return date.find() ? readable(date.group(1) + "-" + two(date.group(2)) + "-" + two(date.group(3))) : null;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static @Nullable String readable(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        return PublicationTime.read(words) == null ? null : words.strip();
    }
}
