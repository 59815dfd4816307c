package dev.newswire.benchmarks.kb;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Builds the one file that the entity extractor loads: gzipped UTF-8 lines with tab-separated columns, the same bytes
 * for the same sources. The first column says what a line is: `E` an entity (id, name, type, kind, country, prior from
 * 0 to 100, aliases parted by `|`, a weak one with `~` before it), `D` a demonym and its country's id, `W` a word and
 * the percentage of its occurrences in lower case, `F` a given name, `S` a family name. Share-alike sources are left
 * out.
 */
public final class BuildKnowledgeBase {
    private static final int LEAST_GIVEN = 5;
    private static final int LEAST_FAMILY = 3;
    private static final Set<String> TEXTS =
            Set.of("gmb_sentences", "state_union", "whitehouse_press_briefings", "wikinews_2019_2020");

    private final Path data;
    private final Set<String> wanted;
    private final Drafts drafts = new Drafts();

    private BuildKnowledgeBase(Path data, Set<String> wanted) {
        this.data = data;
        this.wanted = wanted;
    }

    /**
     * Reads the sources and writes the file.
     *
     * @param curated the curated table: what it names is kept, however small its prior
     * @return the number of entities
     */
    public static int build(Path data, Path curated, Path out) throws IOException {
        Set<String> wanted = Files.readAllLines(curated).stream()
                .filter(line -> line.startsWith("Q"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toUnmodifiableSet());
        BuildKnowledgeBase builder = new BuildKnowledgeBase(data, wanted);
        builder.run(out);
        return builder.drafts.sorted().size();
    }

    private void run(Path out) throws IOException {
        Path kb = data.resolve("kb");
        Countries countries = new Countries(Tables.rows(kb, "countries"));
        new Places(kb, drafts, countries).build();
        new Organisations(kb, drafts, countries, wanted).build();
        new People(kb, drafts, countries, wanted).build();
        SortedMap<String, Integer> ordinary = ordinaryWords();
        try (BufferedWriter writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8))) {
            writer.write("# Newswire knowledge base; sources and licences: NOTICE\n");
            for (Draft draft : drafts.sorted()) {
                writer.write(draft.line() + "\n");
            }
            for (Map.Entry<String, String> demonym : demonyms().entrySet()) {
                writer.write("D\t" + demonym.getKey() + "\t" + demonym.getValue() + "\n");
            }
            for (Map.Entry<String, Integer> word : ordinary.entrySet()) {
                writer.write("W\t" + word.getKey() + "\t" + word.getValue() + "\n");
            }
            writeNames(writer, "F", "first_names", LEAST_GIVEN);
            writeNames(writer, "S", "surnames", LEAST_FAMILY);
        }
    }

    private SortedMap<String, Integer> ordinaryWords() throws IOException {
        OrdinaryWords words = new OrdinaryWords();
        for (String text : TEXTS) {
            words.read(data.resolve("text").resolve(text + ".jsonl.gz"));
        }
        return words.percentages();
    }

    /** Demonyms that are not simply the country's name, with their plural. */
    private SortedMap<String, String> demonyms() throws IOException {
        SortedMap<String, String> demonyms = new TreeMap<>();
        Map<String, String> motherCountries = Kingdoms.items(Tables.rows(data.resolve("kb"), "countries"));
        for (String line : Tables.lines(data.resolve("kb").resolve("demonyms.tsv.gz"))) {
            String[] columns = line.split("\t", -1);
            String name = columns[0];
            if (name.matches(".*[(,\\-].*") || !drafts.named(name).isEmpty() && isPlace(name)) {
                continue;
            }
            String country = motherCountries.getOrDefault(columns[3], columns[3]);
            demonyms.put(name, country);
            if (name.matches(".*(an|i)$")) {
                demonyms.put(name + "s", country);
            }
        }
        return demonyms;
    }

    private boolean isPlace(String name) {
        return drafts.named(name).stream().anyMatch(draft -> draft.type().equals("LOC"));
    }

    private void writeNames(BufferedWriter writer, String kind, String table, int least) throws IOException {
        List<String> names = Tables.lines(data.resolve("gazetteer").resolve(table + ".tsv.gz")).stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> Integer.parseInt(columns[1]) >= least && columns[0].length() > 1)
                .map(columns -> columns[0])
                .sorted()
                .toList();
        for (String name : names) {
            writer.write(kind + "\t" + name + "\n");
        }
    }
}
