package dev.newswire.cli.dlq;

import dev.newswire.cli.client.Answer;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.Upload;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;

/** Gives what came by no topic to the ingest service once more. */
public final class IngestAgain {
    private static final byte[] NOTHING = {};
    private final IngestClient client;

    /** @param client speaks to the service */
    public IngestAgain(IngestClient client) {
        this.client = client;
    }

    String address() {
        return client.baseUrl();
    }

    /**
     * Sends a letter; returns whether it is an article now. If not, it stands among the dead letters again, with its
     * attempts counted.
     *
     * @throws IllegalStateException if the service is away, busy or does not let us in: nothing has become of the letter
     */
    boolean send(Letter letter, int attempts) {
        byte[] value = letter.value() == null ? NOTHING : letter.value();
        String type = letter.header("newswire-content-type");
        String source = letter.source();
        Upload upload = new Upload(
                BodyPublishers.ofByteArray(value),
                type.isEmpty() ? Upload.ANY_TYPE : type,
                source.isEmpty() ? null : source,
                null,
                letter.at(),
                0);
        try {
            Answer answer = client.postAgain(upload, attempts);
            if (answer.isPassing() || answer.isDenied()) {
                throw new IllegalStateException("The ingest service at " + address() + " does not take letters now ("
                        + String.join("; ", answer.result().errors()) + "); run the command again later");
            }
            return answer.result().accepted() > 0 && answer.result().rejected() == 0;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The ingest service at " + address()
                            + " does not answer, and letters that came over HTTP go there: start it, or name it with"
                            + " --ingest-url",
                    e);
        }
    }
}
