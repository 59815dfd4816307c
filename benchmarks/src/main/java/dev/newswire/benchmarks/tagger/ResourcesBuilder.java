package dev.newswire.benchmarks.tagger;

import dev.newswire.benchmarks.kb.OrdinaryWords;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Makes what the features ask, of the gazetteers, the clusters and open texts. */
final class ResourcesBuilder {
    private static final List<String> TEXTS =
            List.of("gmb_sentences", "state_union", "whitehouse_press_briefings", "wikinews_2019_2020");
    private static final List<String> TYPES = List.of("PER", "ORG", "LOC", "MISC");
    private static final int LEAST_FIRST_NAMES = 5;
    private static final int LEAST_SURNAMES = 3;

    private final Path data;
    private final WordClassesBuilder words = new WordClassesBuilder();
    private final NameTypesBuilder names = new NameTypesBuilder();

    ResourcesBuilder(Path data) {
        this.data = data;
    }

    /** The gzipped file, the same bytes for the same data. */
    byte[] build() throws IOException {
        lines("brown/brown-nlp4j", false).forEach(columns -> words.cluster(columns[0], columns[1]));
        lines("gazetteer/names_typed", true).forEach(columns -> name(columns[0], columns[1]));
        listed("first_names", LEAST_FIRST_NAMES, WordClassesBuilder.FIRST_NAME);
        listed("surnames", LEAST_SURNAMES, WordClassesBuilder.SURNAME);
        listed("org_keywords", 0, WordClassesBuilder.ORGANISATION);
        listed("loc_keywords", 0, WordClassesBuilder.PLACE);
        lines("gazetteer/nationalities", true).forEach(columns -> lastWord(columns[0], WordClassesBuilder.PEOPLE));
        lines("gazetteer/person_titles", true).forEach(columns -> lastWord(columns[0], WordClassesBuilder.TITLE));
        OrdinaryWords ordinary = new OrdinaryWords();
        for (String text : TEXTS) {
            ordinary.read(data.resolve("text/" + text + ".jsonl.gz"));
        }
        ordinary.percentages().forEach(words::ordinary);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BestGzip(bytes))) {
            words.write(out);
            names.write(out);
        }
        return bytes.toByteArray();
    }

    private void name(String name, String typeNames) {
        Tokens tokens = Tokeniser.tokenise(name);
        int bits = 0;
        String[] types = typeNames.split("\\|");
        for (String type : types) {
            bits |= 1 << TYPES.indexOf(type);
        }
        names.add(tokens, bits);
        for (int i = 0; i < tokens.size(); i++) {
            words.count(tokens.key(i), TYPES.indexOf(types[0]), i, tokens.size());
        }
    }

    private void listed(String table, int least, int flag) throws IOException {
        for (String[] columns : lines("gazetteer/" + table, true)) {
            if (Integer.parseInt(columns[1]) >= least) {
                words.flag(columns[0], flag);
            }
        }
    }

    private void lastWord(String title, int flag) {
        words.flag(title.substring(title.lastIndexOf(' ') + 1), flag);
    }

    private List<String[]> lines(String table, boolean headed) throws IOException {
        Path file = data.resolve(table + ".tsv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(headed ? 1 : 0)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
