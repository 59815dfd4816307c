package dev.newswire.cli.send;

import dev.newswire.cli.client.Answer;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.cli.client.Upload;
import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends a request until it is answered for good: an absent or busy service is tried again with growing pauses, or after
 * as long as it asks for. A request that was taken although its answer was lost is taken again; its articles are then
 * unchanged.
 */
final class Courier {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Lets time pass. */
    interface Rest {
        void pause(Duration duration) throws InterruptedException;
    }

    private final IngestClient client;
    private final Duration patience;
    private final Rest rest;
    private final Consumer<String> notice;

    /**
     * @param patience how long all pauses for one request may last together
     * @param notice told why nothing moves, in a sentence
     */
    Courier(IngestClient client, Duration patience, Rest rest, Consumer<String> notice) {
        this.client = client;
        this.patience = patience;
        this.rest = rest;
        this.notice = notice;
    }

    /**
     * @throws GaveUpException if patience ran out
     * @throws SettingException if the service wants another token
     */
    SendResult deliver(Upload upload) {
        Duration waited = Duration.ZERO;
        Duration pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            Duration asked = Duration.ZERO;
            try {
                Answer answer = client.post(upload);
                if (!answer.isPassing()) {
                    return settled(answer);
                }
                trouble = "it answers " + answer.status() + reason(answer);
                asked = answer.retryAfter();
            } catch (IOException e) {
                trouble = "it does not answer";
            }
            Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
            waited = waited.plus(wait);
            if (waited.compareTo(patience) > 0) {
                throw new GaveUpException("The ingest service at " + client.baseUrl() + " cannot take it: " + trouble
                        + ". Go on later with --resume.");
            }
            notice.accept("waiting for " + client.baseUrl() + ": " + trouble);
            sleep(wait);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private SendResult settled(Answer answer) {
        if (answer.isDenied()) {
            throw new SettingException("The ingest service at " + client.baseUrl() + " answers " + answer.status()
                    + ": give a token that it knows, with --token-file or NEWSWIRE_INGEST_TOKEN.");
        }
        return answer.result();
    }

    private static String reason(Answer answer) {
        return answer.result().errors().isEmpty()
                ? ""
                : " (" + answer.result().errors().get(0) + ")";
    }

    private void sleep(Duration duration) {
        try {
            rest.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GaveUpException("interrupted");
        }
    }
}
