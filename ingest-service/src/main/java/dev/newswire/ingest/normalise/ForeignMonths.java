package dev.newswire.ingest.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates with month names of German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish, Russian,
 * Ukrainian, Turkish and Arabic, rewritten with English ones: "3 de marzo de 2025" → "3 march 2025".
 */
final class ForeignMonths {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,12}");
    private static final Pattern AFTER_DAY = Pattern.compile("(?<=\\d)(?:\\.|º|er|\\.º)(?=\\s)");
    private static final Pattern JOINTS = Pattern.compile("(?iu)(?<=\\s)(?:de|del|di)\\s|\\s(?:г|р|r)\\.?$");
    private static final String[] ENGLISH = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        add(1, "januar jänner januari janvier enero janeiro gennaio stycznia января січня ocak يناير");
        add(2, "februar februari février febrero fevereiro febbraio lutego февраля лютого şubat فبراير");
        add(3, "märz mars marzo março maart marts marca марта березня mart مارس");
        add(4, "avril abril aprile kwietnia апреля квітня nisan أبريل إبريل");
        add(5, "mai mayo maio maggio mei maj maja мая травня mayıs مايو");
        add(6, "juni juin junio junho giugno czerwca июня червня haziran يونيو");
        add(7, "juli juillet julio julho luglio lipca июля липня temmuz يوليو");
        add(8, "août agosto augustus augusti sierpnia августа серпня ağustos أغسطس");
        add(9, "septembre septiembre setembro settembre września сентября вересня eylül سبتمبر");
        add(10, "oktober octobre octubre outubro ottobre października октября жовтня ekim أكتوبر");
        add(11, "novembre noviembre novembro listopada ноября листопада kasım نوفمبر");
        add(12, "dezember décembre diciembre dezembro dicembre desember grudnia декабря грудня aralık ديسمبر");
    }

    private ForeignMonths() {}

    /** The text with English months and nothing between day, month and year; as it is where it names none of these. */
    static String inEnglish(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Integer month = MONTHS.get(word.group().toLowerCase(Locale.ROOT));
            if (month != null) {
                String english = text.substring(0, word.start()) + ENGLISH[month] + text.substring(word.end());
                return JOINTS.matcher(AFTER_DAY.matcher(english).replaceAll("")).replaceAll("");
            }
        }
        return text;
    }

    private static void add(int month, String names) {
        for (String name : names.split(" ", -1)) {
            MONTHS.put(name, month - 1);
        }
    }
}
