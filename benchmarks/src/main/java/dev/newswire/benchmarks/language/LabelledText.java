package dev.newswire.benchmarks.language;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.data.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text whose language is known.
 *
 * @param language ISO 639 code
 */
record LabelledText(String language, String text) {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R.*?\\R---\\R", Pattern.DOTALL);
    private static final String LANGUAGE = "language";
    private static final String CONTENT = "content";

    /**
     * The texts of the data, each once: rows of CSV files that have the columns {@code language} and {@code content}, and
     * Markdown files without what stands before their text.
     *
     * @param markdown language of the Markdown files
     */
    static List<LabelledText> in(Unpacked data, String markdown) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : data.files(".csv")) {
            for (Map<String, String> row : CsvRows.of(Files.readString(file))) {
                add(row.getOrDefault(LANGUAGE, ""), row.getOrDefault(CONTENT, ""), seen, texts);
            }
        }
        for (Path file : data.files(".md")) {
            String text = FRONT_MATTER.matcher(Files.readString(file)).replaceFirst("");
            add(markdown, text, seen, texts);
        }
        if (texts.isEmpty()) {
            throw new DataException("There are no texts in " + data.folder()
                    + ": it should hold .csv files with the columns language and content, or .md files.");
        }
        return texts;
    }

    /** Those that have so many characters, cut to them; of each language the first so many. */
    static List<LabelledText> cut(List<LabelledText> texts, int length, int most) {
        Map<String, Integer> seen = new HashMap<>();
        return texts.stream()
                .filter(text -> text.text().length() >= length)
                .filter(text -> seen.merge(text.language(), 1, Integer::sum) <= most)
                .map(text -> new LabelledText(text.language(), text.text().substring(0, length)))
                .toList();
    }

    private static void add(String language, String text, Set<String> seen, List<LabelledText> texts) {
        String stripped = text.strip();
        if (!language.isBlank() && !stripped.isEmpty() && seen.add(stripped)) {
            texts.add(new LabelledText(language.strip(), stripped));
        }
    }
}
