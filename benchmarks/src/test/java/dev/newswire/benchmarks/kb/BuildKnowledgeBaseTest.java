package dev.newswire.benchmarks.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildKnowledgeBaseTest {
    private Path folder;

    @BeforeEach
    void writeSources(@TempDir Path temporary) throws IOException {
        folder = temporary;
        table("kb/countries", row("Q1", "Nippon", "LOC", "country", "Japan", "Q1", "JP", "100", "iso3=JPN"));
        table("kb/places_wikidata", row("Q2", "Kasumi", "LOC", "place", "", "Q2", "", "9", ""));
        table("kb/us_cities", row("Q3", "Mill", "LOC", "city", "Mill, Ohio|Mill, OH", "Q3", "US", "", "Ohio"));
        table(
                "kb/cities_geonames",
                row("5", "Kasumi", "LOC", "city", "", "", "JP", "1000000", "admin=1"),
                row("6", "Mill", "LOC", "city", "", "", "US", "20000", "admin=OH"),
                row("7", "Hut", "LOC", "city", "", "", "JP", "2100", "admin=1"));
        table("kb/agencies_intl_orgs", row("Q4", "World Alliance", "ORG", "x", "WA", "Q4", "", "40", ""));
        table("kb/brands_nsi", row("Q5", "The Shed", "ORG", "company_or_brand:x", "", "Q5", "FR", "7", ""));
        table("kb/companies", row("co:1", "Shed, Inc.", "ORG", "company", "", "", "Japan", "9", ""));
        table("kb/media", row("Q6", "The Kasumi Post", "ORG", "newspaper", "", "Q6", "JP", "3", ""));
        table("kb/political_parties", row("Q7", "Rice Party", "ORG", "p", "RP", "Q7", "JPN", "7", "gen_acronym=RIP"));
        table(
                "kb/organisations_ror",
                row("r1", "World Alliance", "ORG", "international_organisation", "", "Q4", "JP", "9", ""));
        table(
                "kb/politicians",
                row("Q8", "Taro Kono", "PER", "head_of_state_or_government", "", "Q8", "Japan", "12", ""),
                row("Q9", "Aki Mori", "PER", "politician", "", "Q9", "Japan", "1", ""),
                row("Q10", "Ken Oda", "PER", "politician", "", "Q10", "Japan", "1", ""));
        write(
                "kb/demonyms",
                "demonym\tcountry_code\tcountry\tcountry_qid\tsource\tlicence\nNipponian\tJP\tNippon\tQ1\t\t\n");
        write("gazetteer/first_names", "name\tcount\nTaro\t9\nRare\t1\n");
        write("gazetteer/surnames", "name\tcount\nKono\t9\n");
        for (String text :
                List.of("gmb_sentences", "state_union", "whitehouse_press_briefings", "wikinews_2019_2020")) {
            writeAs("text/" + text + ".jsonl.gz", "{\"text\":\"We may go. They may stay in May. It may rain.\"}\n");
        }
        Files.writeString(folder.resolve("overlay.tsv"), "# curated\nQ9\tAki Mori\tPER\tperson\tJP\t60\tMori\n");
    }

    @Test
    void sourcesOfTheSameItemBecomeOneEntity() throws IOException {
        assertThat(lines())
                .filteredOn(line -> line.contains("World Alliance"))
                .containsExactly("E\tQ4\tWorld Alliance\tORG\tother\tJP\t60\t~WA");
    }

    @Test
    void populationsJoinTheirItems() throws IOException {
        assertThat(lines())
                .contains("E\tQ2\tKasumi\tLOC\ttown\tJP\t52\t", "E\tQ3\tMill\tLOC\ttown\tUS\t35\tMill, OH|Mill, Ohio");
        assertThat(lines()).noneMatch(line -> line.contains("Hut"));
    }

    @Test
    void companiesJoinTheBrandOfTheirName() throws IOException {
        assertThat(lines()).contains("E\tQ5\tThe Shed\tORG\tcompany\tJP\t46\tShed|Shed, Inc.");
    }

    @Test
    void peopleHaveBothOrdersOfTheirNames() throws IOException {
        assertThat(lines()).contains("E\tQ8\tTaro Kono\tPER\tperson\tJP\t57\tKono Taro|~Kono");
    }

    @Test
    void theCuratedTableKeepsWhatThePriorWouldDrop() throws IOException {
        assertThat(lines()).anyMatch(line -> line.startsWith("E\tQ9\t")).noneMatch(line -> line.startsWith("E\tQ10\t"));
    }

    @Test
    void wordsAndNamesFollow() throws IOException {
        assertThat(lines()).contains("D\tNipponian\tQ1", "D\tNipponians\tQ1", "W\tmay\t75", "F\tTaro", "S\tKono");
        assertThat(lines()).doesNotContain("F\tRare");
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(build("one.gz"))).isEqualTo(Files.readAllBytes(build("two.gz")));
    }

    private List<String> lines() throws IOException {
        try (BufferedReader reader = Tables.open(build("kb.tsv.gz"))) {
            return reader.lines().toList();
        }
    }

    private Path build(String name) throws IOException {
        Path out = folder.resolve(name);
        BuildKnowledgeBase.build(folder, folder.resolve("overlay.tsv"), out);
        return out;
    }

    private static String row(String... columns) {
        String[] first = Arrays.copyOf(columns, 8);
        return String.join("\t", first) + "\tsource\tlicence\t" + columns[8];
    }

    private void table(String name, String... rows) throws IOException {
        write(name, "heading\n" + String.join("\n", rows) + "\n");
    }

    private void write(String name, String content) throws IOException {
        writeAs(name + ".tsv.gz", content);
    }

    private void writeAs(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
