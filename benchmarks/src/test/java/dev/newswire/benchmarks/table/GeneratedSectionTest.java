package dev.newswire.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedSectionTest {
    private static final String PAGE =
            "before\n" + GeneratedSection.BEGIN + "\n\nold\n\n" + GeneratedSection.END + "\nbehind\n";

    @Test
    void onlyWhatStandsBetweenTheMarksIsWrittenAnew() {
        String once = GeneratedSection.replaced(PAGE, List.of("new", "table"), "page");

        assertThat(once)
                .isEqualTo("before\n" + GeneratedSection.BEGIN + "\n\nnew\ntable\n\n" + GeneratedSection.END
                        + "\nbehind\n");
        assertThat(GeneratedSection.replaced(once, List.of("old"), "page")).isEqualTo(PAGE);
    }

    @Test
    void aPageWithoutMarksIsLeftAlone() {
        assertThatThrownBy(() -> GeneratedSection.replaced("nothing here", List.of("new"), "page.md"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("page.md")
                .hasMessageContaining(GeneratedSection.BEGIN);
    }

    @Test
    void thePageOfTheProjectHasTheMarks() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "BENCHMARKS.md"));

        assertThat(GeneratedSection.replaced(page, List.of("new"), "page")).contains("new");
    }
}
