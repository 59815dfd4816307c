package dev.newswire.ingest.normalise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Relative times of news pages in German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish,
 * Russian, Ukrainian, Turkish, Arabic, Kurdish, Persian, Chinese, Japanese and Korean: "vor 5 Minuten", "il y a 2 heures",
 * "5分钟前". A number, a unit, and words that say it lies behind.
 */
final class ForeignRelativeTime {

    /** Words before the number, or after the unit; a page that has neither gives a duration. */
    private static final Pattern AGO =
            Pattern.compile("(?U)(?:(?:for|för)\\s+|(?<before>vor|il y a|hace|há|منذ|قبل|پێش)\\s+)?"
                    + "(?:(?<count>\\p{Nd}{1,4})|(?<one>einer|einem|un|une|una|uno|um|uma|een|en|ett|et|bir))?\\s*"
                    + "(?<unit>[\\p{L}\\p{M}]+?)\\s*"
                    + "(?<after>fa|atrás|geleden|sedan|siden|temu|назад|тому|önce|پیش|لەمەوپێش|前|以前|전)?\\.?");

    private static final Map<String, ChronoUnit> UNITS = new HashMap<>();
    private static final Map<String, Integer> DAYS = new HashMap<>();

    static {
        units(
                ChronoUnit.SECONDS,
                "sekunde sekunden seconde secondes segundo segundos secondo secondi seconden sekund"
                        + " sekunder sekundy sekundę секунд секунды секунду секунди saniye ثانية ثوان ثواني ثانیه چرکە 秒 秒钟 秒鐘 초");
        units(
                ChronoUnit.MINUTES,
                "minute minuten min minutes minuto minutos minuti minuut minut minuter minutter minuty"
                        + " minutę мин минут минуты минуту хвилин хвилини хвилину dakika دقيقة دقائق دقیقه خولەک 分 分钟 分鐘 分間 분");
        units(
                ChronoUnit.HOURS,
                "stunde stunden std heure heures hora horas ora ore uur uren timme timmar time timer godzin"
                        + " godziny godzinę час часа часов ч годин години годину saat ساعة ساعات ساعت کاتژمێر 小时 小時 時間 시간");
        units(
                ChronoUnit.DAYS,
                "tag tagen tage jour jours día días dia dias giorno giorni dag dagen dagar dage dager dni"
                        + " dzień день дня дней дні днів gün يوم أيام روز ڕۆژ 天 日 일");
        units(
                ChronoUnit.WEEKS,
                "woche wochen semaine semaines semana semanas settimana settimane week weken vecka veckor"
                        + " uge uger uke uker tydzień tygodnie tygodni неделю недели недель тиждень тижні тижнів hafta أسبوع أسابيع"
                        + " هفته هەفتە 周 週間 週 주");
        units(
                ChronoUnit.MONTHS,
                "monat monaten mois mes meses mês mese mesi maand maanden månad månader måned måneder"
                        + " miesiąc miesiące miesięcy месяц месяца месяцев місяць місяці місяців ay شهر أشهر ماه مانگ 个月 個月 か月"
                        + " ヶ月 개월");
        days(
                0,
                "heute|aujourd'hui|hoy|hoje|oggi|vandaag|i dag|idag|dzisiaj|dziś|сегодня|сьогодні|bugün|اليوم|امروز|ئەمڕۆ"
                        + "|今天|今日|오늘|gerade eben|à l'instant|ahora|agora|adesso|zojuist|just nu|teraz|сейчас|только что|الآن|刚刚"
                        + "|剛剛|たった今|방금");
        days(1, "gestern|hier|ayer|ontem|ieri|gisteren|igår|i går|wczoraj|вчера|вчора|dün|أمس|دیروز|دوێنێ|昨天|昨日|어제");
        days(
                2,
                "vorgestern|avant-hier|anteayer|anteontem|l'altro ieri|eergisteren|i förrgår|przedwczoraj|позавчера"
                        + "|позавчора|前天|一昨日|그저께");
    }

    private ForeignRelativeTime() {}

    /** The time that the words, in lower case, mean when read at {@code from}; null where they are not of these forms. */
    static @Nullable Instant of(String words, Instant from) {
        Integer days = DAYS.get(words);
        if (days != null) {
            return RelativeTime.before(from, days, ChronoUnit.DAYS);
        }
        Matcher ago = AGO.matcher(words);
        if (words.length() > 40 || !ago.matches() || (ago.group("before") == null && ago.group("after") == null)) {
            return null;
        }
        ChronoUnit unit = UNITS.get(ago.group("unit"));
        boolean hasCount = ago.group("count") != null
                || ago.group("one") != null
                || ago.group("after") != null
                || "منذ".equals(ago.group("before"));
        if (unit == null || !hasCount) {
            return null;
        }
        int count = ago.group("count") == null ? 1 : number(ago.group("count"));
        return RelativeTime.before(from, count, unit);
    }

    /** Arabic, Persian and other digits count as well. */
    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + Character.digit(digits.charAt(i), 10);
        }
        return number;
    }

    private static void units(ChronoUnit unit, String words) {
        List.of(words.split(" ", -1)).forEach(word -> UNITS.put(word, unit));
    }

    private static void days(int days, String words) {
        List.of(words.split("\\|", -1)).forEach(word -> DAYS.put(word, days));
    }
}
