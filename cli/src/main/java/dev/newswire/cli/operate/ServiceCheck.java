package dev.newswire.cli.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service: whether it is ready, which build it is, and whether its clock is ours. */
final class ServiceCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The date of an answer is cut to the second. */
    private static final Duration SKEW = Duration.ofSeconds(3);

    private static final Pattern VERSION = Pattern.compile("newswire_build_info\\{[^}]*version=\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String url;
    private final String ourVersion;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param ourVersion of this command */
    ServiceCheck(String name, String url, String ourVersion) {
        this.name = name;
        this.url = url;
        this.ourVersion = ourVersion;
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        try {
            HttpResponse<String> health = get("/health/ready");
            List<Finding> findings = new ArrayList<>();
            String detail = detail(health.body());
            findings.add(
                    health.statusCode() == 200
                            ? Finding.ok(name, url + " is ready: " + detail)
                            : Finding.failure(
                                    name,
                                    url + " is not ready: " + detail,
                                    "Wait if it restores or rebalances; else read its log."));
            clock(health, findings);
            version(get("/metrics").body(), findings);
            return findings;
        } catch (IOException e) {
            return List.of(Finding.failure(
                    name,
                    url + " does not answer",
                    "Start it, or say where it is: NEWSWIRE_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL."));
        }
    }

    private void clock(HttpResponse<String> response, List<Finding> findings) {
        String date = response.headers().firstValue("Date").orElse("");
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration difference = Duration.between(theirs, Instant.now()).abs();
            if (difference.compareTo(SKEW) > 0) {
                findings.add(Finding.warning(
                        name + " clock",
                        "differs from this machine's by " + LagReport.words(difference),
                        "Have both follow NTP: embargoes and times of receipt go by the services' clocks."));
            }
        } catch (DateTimeParseException e) {
            // It does not tell the time.
        }
    }

    private void version(String metrics, List<Finding> findings) {
        Matcher version = VERSION.matcher(metrics);
        if (!version.find()) {
            findings.add(Finding.note(name + " version", "is not told", "It is older than this command."));
        } else if (!version.group(1).equals(ourVersion)) {
            findings.add(Finding.warning(
                    name + " version",
                    version.group(1) + ", but this command is " + ourVersion,
                    "Bring all to one version: docs/operations.md, section Upgrade."));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String detail(String body) {
        try {
            JsonNode parsed = JSON.readTree(body);
            return parsed == null ? "" : parsed.path("detail").asText();
        } catch (IOException e) {
            return "";
        }
    }
}
