package dev.newswire.benchmarks.tagger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** News and speeches in the public domain or under CC-BY, without annotations, each about an article long. */
final class OpenTexts {
    /** A table of texts: of so many, one is read; so many lines make an article. */
    private record Source(String name, int every, int lines) {}

    private static final List<Source> SOURCES = List.of(
            new Source("wikinews_2019_2020", 1, 1),
            new Source("gmb_sentences", 1, 15),
            new Source("state_union", 1, 1),
            new Source("whitehouse_press_briefings", 20, 1));
    private static final int LONGEST = 60_000;

    /** What the texts are and under which licence. */
    static final String LICENCES = "(Wikinews 2019-2020, CC-BY-2.5; texts of the Groningen Meaning Bank, State of the "
            + "Union addresses, White House briefings, public domain)";

    private OpenTexts() {}

    /** All of them, from the folder `text`, in a fixed order. */
    static List<String> read(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Source source : SOURCES) {
            read(folder.resolve(source.name() + ".jsonl.gz"), source, texts);
        }
        return texts;
    }

    private static void read(Path file, Source source, List<String> texts) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder article = new StringBuilder();
        int count = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                article.append(joined(mapper.readTree(line).path("text").asText()))
                        .append('\n');
                count++;
                if (count % source.lines() == 0) {
                    if (count / source.lines() % source.every() == 0) {
                        texts.add(article.substring(0, Math.min(LONGEST, article.length())));
                    }
                    article.setLength(0);
                }
            }
        }
    }

    /** Text that was cut into words, as it was before: `( AP ) 's , .` */
    private static String joined(String text) {
        return text.replaceAll(" ([.,;:?!)]|'s\\b)", "$1").replace("( ", "(");
    }
}
