package dev.newswire.benchmarks.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class EvaluateLanguagesTest {

    private static final String ENGLISH =
            "The harbour council voted on Tuesday to rebuild the pier that the storm of last winter had damaged. ";
    private static final String ARABIC =
            "قرر مجلس الميناء يوم الثلاثاء إعادة بناء الرصيف الشمالي الذي دمرته عاصفة الشتاء الماضي. ";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void writeTexts() throws IOException {
        Files.writeString(
                folder.resolve("texts.csv"),
                "\uFEFFid,language,content\n1,ar,\"" + ARABIC.repeat(2) + "\"\n2,en,Pier\n");
        Files.writeString(folder.resolve("post.md"), "---\ntitle: Mole\n---\n" + ENGLISH.repeat(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = EvaluateLanguages.Baseline.class,
            names = {"NEWSWIRE", "OPENNLP"})
    void figuresAreTheLastLine(EvaluateLanguages.Baseline baseline) throws IOException {
        assertThat(run(folder.toString(), "--json", "--lengths", "4,100", "--baseline", baseline.name()))
                .isZero();
        String[] lines = out.toString().strip().split("\n", -1);
        JsonNode figures = new ObjectMapper().readTree(lines[lines.length - 1]);
        assertThat(figures.path("cases").asInt()).isEqualTo(3);
        assertThat(figures.at("/characters_4/cases").asInt()).isEqualTo(3);
        JsonNode sure = figures.path("characters_100");
        assertThat(sure.path("cases").asInt()).isEqualTo(2);
        assertThat(sure.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(sure.path("accuracy_ar").asDouble()).isEqualTo(1);
        assertThat(sure.path("open").asDouble()).isZero();
    }

    @Test
    void dataWithoutTextsAndLibrariesThatAreAbsentAreToldInASentence(@TempDir Path empty) {
        StringWriter failure = new StringWriter();
        CommandLine command = new CommandLine(new EvaluateLanguages())
                .setErr(new PrintWriter(failure, true))
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    assertThat(thrown).isInstanceOf(DataException.class);
                    line.getErr().println(thrown.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
        assertThat(command.execute(empty.toString())).isEqualTo(2);
        assertThat(failure.toString()).contains("There are no texts in");
        assertThat(command.execute(folder.toString(), "--baseline", "LINGUA")).isEqualTo(2);
        assertThat(failure.toString()).contains("Lingua is not on the class path");
    }

    @Test
    void slowRecognisersCanBeGivenFewerTexts() throws IOException {
        assertThat(run(folder.toString(), "--json", "--lengths", "4", "--most", "1"))
                .isZero();
        assertThat(out.toString()).contains("\"characters_4\":{\"cases\":2");
    }

    @Test
    void fieldsInQuotesHoldSeparatorsLineBreaksAndQuotes() {
        assertThat(CsvRows.of("a,b\r\n\"1,\"\"2\"\"\n3\",4\r\n5\n,\"\"\n"))
                .isEqualTo(List.of(Map.of("a", "1,\"2\"\n3", "b", "4"), Map.of("a", "5"), Map.of("a", "", "b", "")));
        assertThat(CsvRows.of("")).isEmpty();
        assertThat(CsvRows.of("a\n\"open")).isEqualTo(List.of(Map.of("a", "open")));
    }

    private int run(String... arguments) {
        return new CommandLine(new EvaluateLanguages())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
