package dev.newswire.benchmarks.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * A part of the table.
 *
 * @param title heading
 * @param arguments of {@code newswire bench}, without {@code --json}
 * @param takesPosts whether the command may be given posts to make articles of
 * @param lines Markdown of what the command measured
 */
record Part(String title, List<String> arguments, boolean takesPosts, Function<JsonNode, List<String>> lines) {
    /** As a reader would type it. */
    String command() {
        return "./newswire bench " + String.join(" ", arguments) + (takesPosts ? " [PATH]" : "");
    }
}
