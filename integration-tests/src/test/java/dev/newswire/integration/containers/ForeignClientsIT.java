package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.integration.stack.ServiceImages;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's clients of other languages send to the inbox and read all that the pipeline writes. */
@Order(2)
@ExtendWith(StackExtension.class)
class ForeignClientsIT {
    private static final Path CLIENTS = ServiceImages.home().resolve("integration-tests/clients");
    private final Stack stack;

    ForeignClientsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void prepare() {
        ServiceImages.run(List.of(CLIENTS.resolve("prepare").toString()));
    }

    @Test
    void pythonSendsAnArticleAndReadsWhatBecameOfIt() throws IOException {
        assertRoundTrip("from-python", "/usr/bin/python3", CLIENTS.resolve("python/client.py"));
    }

    @Test
    void javaScriptSendsAnArticleAndReadsWhatBecameOfIt() throws IOException {
        assertRoundTrip("from-javascript", "node", CLIENTS.resolve("javascript/client.js"));
    }

    private void assertRoundTrip(String source, String interpreter, Path client) throws IOException {
        String output = ServiceImages.run(List.of(
                interpreter, client.toString(), stack.brokers().bootstrapServers(), stack.registryUrl(), source));
        JsonNode found = new ObjectMapper().readTree(output.substring(output.indexOf('{')));
        JsonNode article = found.path("article");
        assertThat(article.path("source").asText()).as(output).isEqualTo(source);
        assertThat(article.path("title").asText()).isEqualTo("NATO and Japan agree on a joint exercise");
        assertThat(article.path("entities").findValuesAsText("entityId")).contains("Q7184", "Q17");
        String articleId = article.path("articleId").asText();
        assertThat(found.path("entry").path("articleId").asText()).isEqualTo(articleId);
        assertThat(found.path("snapshot")
                        .path("entries")
                        .get(0)
                        .path("articleId")
                        .asText())
                .isEqualTo(articleId);
    }
}
