package dev.newswire.benchmarks.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends articles that nobody wrote, three to a story, and withdraws them. */
final class Desk {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9A-Z]{26})\"");
    private static final int STORY = 3;
    private static final int WORDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI ingest;
    private int made;

    Desk(URI ingest) {
        this.ingest = ingest;
    }

    /** Sends one; returns its id once it is accepted. */
    String send() throws IOException, InterruptedException {
        int number = made++;
        String body = "{\"source\":\"source-" + number % 25 + "\",\"id\":\"" + number + "\",\"language\":\"en\",\"title\":\""
                + words(number / STORY, 6) + " " + number + "\",\"body\":\"NATO and Japan spoke of "
                + words(number / STORY, WORDS) + ".\"}";
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(ingest.resolve("/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        Matcher matcher = ID.matcher(response.body());
        if (!matcher.find()) {
            throw new IOException("not accepted: " + response.body());
        }
        return matcher.group(1);
    }

    /** Withdraws one. */
    void retract(String articleId) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(ingest.resolve("/v1/articles/" + articleId))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("not withdrawn: " + response.body());
        }
    }

    private static String words(int story, int count) {
        Random random = new Random(story);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int syllable = 0; syllable < 3; syllable++) {
                text.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(i == count - 1 ? "" : " ");
        }
        return text.toString();
    }
}
