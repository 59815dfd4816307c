package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers of an answer say about when to come again. */
final class HttpTimes {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[,\\s])no-(?:cache|store)(?:[,\\s=]|$)");

    private HttpTimes() {}

    /** {@code Retry-After} in seconds or as a date (RFC 9110 §10.2.3). */
    static Optional<Duration> retryAfter(Answer answer, Instant now) {
        return answer.header("retry-after").flatMap(value -> {
            String text = value.strip();
            return SECONDS.matcher(text).matches()
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                    : date(text).map(date -> Duration.between(now, date)).filter(wait -> !wait.isNegative());
        });
    }

    /** How long the answer stays fresh (RFC 9111 §4.2.1): {@code max-age}, else {@code Expires}. */
    static Optional<Duration> freshness(Answer answer, Instant now) {
        String control = answer.header("cache-control").orElse("");
        if (NOT_KEPT.matcher(control).find()) {
            return Optional.empty();
        }
        Matcher age = MAX_AGE.matcher(control);
        if (age.find()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1))));
        }
        return answer.header("expires")
                .flatMap(HttpTimes::date)
                .map(expires -> Duration.between(
                        answer.header("date").flatMap(HttpTimes::date).orElse(now), expires))
                .filter(fresh -> !fresh.isNegative());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
