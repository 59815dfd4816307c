package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        page("1", gold);
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

    @Test
    void eachPageIsReadOnceByTreesOfTheOthers() throws IOException {
        for (String id : List.of("1", "2", "3", "4")) {
            page(id, "{'title':'Pier to be rebuilt','main_content':'TEXT'}");
        }
        StringWriter progress = new StringWriter();
        int code = new CommandLine(new EvaluateExtraction())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(progress, true))
                .execute(folder.toString(), "--folds", "4", "--rounds", "0", "--json");
        assertThat(code).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).path("cases").asInt())
                .isEqualTo(4);
        assertThat(progress.toString().lines()).hasSize(4).allMatch(line -> line.endsWith("trained on 3 pages"));
    }

    @Test
    void morePartsThanPagesAreRefusedInASentence() throws IOException {
        page("1", "{'title':'Pier to be rebuilt','main_content':'TEXT'}");
        StringWriter error = new StringWriter();
        int code = new CommandLine(new EvaluateExtraction())
                .setErr(new PrintWriter(error, true))
                .execute(folder.toString(), "--folds", "3");
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(error.toString()).contains("--folds takes two pages at least");
    }

    private void page(String id, String gold) throws IOException {
        Path html = Files.createDirectories(folder.resolve("set/html"));
        Path truth = Files.createDirectories(folder.resolve("set/ground-truth"));
        Files.writeString(
                html.resolve(id + ".html"),
                "<title>Pier</title><meta name=author content='Ann Lee'><meta name=date content=2025-03-03>"
                        + "<article><h1>Pier to be rebuilt</h1><p>" + TEXT + "</p></article>");
        Files.writeString(truth.resolve(id + ".json"), gold.replace('\'', '"').replace("TEXT", TEXT));
    }

    private int run(String... arguments) {
        return new CommandLine(new EvaluateExtraction())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
