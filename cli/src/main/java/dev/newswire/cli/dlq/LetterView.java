package dev.newswire.cli.dlq;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.registry.RegistryClient;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;

/** One letter in full. */
public final class LetterView {
    private final Letter letter;
    private final String state;
    private final LetterValue value;

    /** @param registry knows the schema of the value, if it is Avro */
    public LetterView(Letter letter, Decisions decisions, RegistryClient registry) {
        this.letter = letter;
        this.state = decisions.of(letter).name().toLowerCase(Locale.ROOT);
        this.value = LetterValue.of(letter, registry);
    }

    /** For people. */
    public void print(PrintWriter out) {
        row(out, "letter", letter.place() + " (" + state + ")");
        row(out, "at", letter.at().toString());
        row(
                out,
                "came from",
                letter.origin().map(Object::toString).orElse("the ingest API, a file or a polled source"));
        row(out, "rule", letter.rule());
        row(out, "reason", letter.reason());
        row(out, "source", letter.source());
        row(out, "attempts", Integer.toString(letter.attempts()));
        row(out, "key", letter.key() == null ? "none" : new String(letter.key(), StandardCharsets.UTF_8));
        out.println();
        for (Header header : letter.headers()) {
            out.println("  " + header.key() + ": " + letter.header(header.key()).strip());
        }
        out.println();
        out.println(value.kind());
        out.println(value.text());
        out.flush();
    }

    /** For programs. */
    public String json() {
        ObjectNode object = LetterList.object(letter).put("state", state);
        object.put("key", letter.key() == null ? null : new String(letter.key(), StandardCharsets.UTF_8));
        ObjectNode headers = object.putObject("headers");
        for (Header header : letter.headers()) {
            headers.put(header.key(), letter.header(header.key()));
        }
        return object.put("kind", value.kind()).put("value", value.text()).toString();
    }

    private static void row(PrintWriter out, String name, String text) {
        out.println(String.format(Locale.ROOT, "%-10s %s", name, text.isEmpty() ? "-" : text));
    }
}
