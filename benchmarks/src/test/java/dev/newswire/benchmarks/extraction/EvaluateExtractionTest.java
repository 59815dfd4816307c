package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvaluateExtractionTest {

    private static final String TEXT =
            "The harbour council voted on Tuesday to rebuild the northern pier, which the storm of last winter had damaged.";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'url':'https://example.com/1','ground_truth':{'title':'Pier to be rebuilt','author':'Ann Lee',"
                        + "'publish_date':'2025-03-03','main_content':'TEXT'}}",
                "{'title':'Pier to be rebuilt','author':['Ann Lee'],'publish_date':'2025-03-03','main_content':'TEXT'}",
            })
    void figuresAreTheLastLine(String gold) throws IOException {
        Files.createDirectories(folder.resolve("set/html"));
        Files.createDirectories(folder.resolve("set/ground-truth"));
        Files.writeString(
                folder.resolve("set/html/1.html"),
                "<title>Pier</title><meta name=author content='Ann Lee'><meta name=date content=2025-03-03>"
                        + "<article><h1>Pier to be rebuilt</h1><p>" + TEXT + "</p></article>");
        Files.writeString(
                folder.resolve("set/ground-truth/1.json"),
                gold.replace('\'', '"').replace("TEXT", TEXT));
        assertThat(run(folder.toString(), "--json", "--worst", "1")).isZero();
        String[] lines = out.toString().strip().split("\n", -1);
        JsonNode figures = new ObjectMapper().readTree(lines[lines.length - 1]);
        assertThat(figures.path("f1").asDouble()).isEqualTo(1);
        assertThat(figures.path("title_accuracy").asDouble()).isEqualTo(1);
        assertThat(figures.path("author_accuracy").asDouble()).isEqualTo(1);
        assertThat(figures.path("date_accuracy").asDouble()).isEqualTo(1);
        assertThat(figures.path("cases").asInt()).isEqualTo(1);
        assertThat(lines[0]).startsWith("1  1.000  close");
    }

    private int run(String... arguments) {
        return new CommandLine(new EvaluateExtraction())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
