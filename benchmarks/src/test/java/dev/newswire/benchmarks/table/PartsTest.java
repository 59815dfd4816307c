package dev.newswire.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void aDelayBecomesARowForEachRate() throws JsonProcessingException {
        Figures entry = new Figures()
                .put("count", 1500)
                .put("p50_ms", 301.25)
                .put("p99_ms", 480.0)
                .put("p999_ms", 1234.5);
        Figures figures =
                new Figures().put("enrich_start_seconds", 3.25).put("at_50", new Figures().put("due_to_entry", entry));

        List<String> lines = lines("From arrival to the reader", figures);

        assertThat(lines)
                .contains("| 50 | entry in the feed (1,500) | 301 ms | 480 ms | 1,235 ms | - ms |")
                .anyMatch(line -> line.contains("enrich 3.25 s"));
    }

    @Test
    void aPathBecomesARow() throws JsonProcessingException {
        Figures tag = new Figures()
                .put("micros", 290.4)
                .put("micros_least", 288.0)
                .put("micros_most", 295.9)
                .put("bytes", 61_234.2);

        assertThat(lines("Each path by itself", new Figures().put("names.tag", tag)))
                .contains("| `names.tag` | 290 us | 288 to 296 us | 61,234 B |");
    }

    @Test
    void everyPartNamesItsCommand() {
        assertThat(Parts.all())
                .extracting(Part::command)
                .contains("./newswire bench latency --rate 50 --rate 500 --seconds 30 [PATH]");
    }

    private static List<String> lines(String title, Figures figures) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(figures.json());
        return Parts.all().stream()
                .filter(part -> part.title().equals(title))
                .findFirst()
                .orElseThrow()
                .lines()
                .apply(json);
    }
}
