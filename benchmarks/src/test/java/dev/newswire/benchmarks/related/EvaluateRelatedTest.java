package dev.newswire.benchmarks.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.DataException;
import dev.newswire.enrich.TableRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.LinkKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateRelatedTest {
    static {
        TrustedRecords.trust();
    }

    private static final String BRIDGE = "Engineers closed Halden Bridge on Monday after inspectors found cracks in two"
            + " pylons of the crossing. Mayor Marchetti said ferries would carry commuters until repairs are finished in"
            + " autumn. Haulage firms warned that detours through the valley add forty minutes to every trip.";

    @TempDir
    Path folder;

    private final Analyser analyser = new Analyser(DocumentFrequencies.shipped());

    @Test
    void copiesAreFoundAndMakeOneStory() {
        LabelledArticle original = article("a", "Halden Bridge closed", BRIDGE, "bridge");
        LabelledArticle copy =
                new CopyMaker(1).copy(original, "b", original.at().plusSeconds(60));
        LabelledArticle chess = article(
                "c",
                "Teenager wins chess tournament",
                "A fifteen-year-old won the open tournament with a daring queen sacrifice that experts called bold.",
                "chess");
        List<LabelledArticle> articles = List.of(original, copy, chess);
        LinkScore score =
                FoundLinks.inMemory(read(articles), PairScorer.shipped()).score(articles);

        assertThat(score.pairs()).isEqualTo(new PairCounts(1, 1, 1));
        assertThat(score.bcubed()).isEqualTo(1);
    }

    @Test
    void linksAreTheSameInMemoryAndThroughTheTopology() throws IOException {
        CopyMaker maker = new CopyMaker(3);
        List<LabelledArticle> originals = List.of(
                article("a", "Halden Bridge closed", BRIDGE, "bridge"),
                article(
                        "b",
                        "Halden Bridge stays closed until autumn",
                        "Inspectors who found cracks in two pylons of Halden Bridge want it closed until autumn. Ferries"
                                + " carry commuters, said Mayor Marchetti, and haulage firms warn of detours through the valley.",
                        "bridge"),
                article("c", "Mayor Marchetti opens the library of Halden", "The library of Halden lends tools.", ""));
        List<LabelledArticle> articles = new ArrayList<>(originals);
        for (int i = 0; i < originals.size(); i++) {
            articles.add(maker.copy(originals.get(i), "copy " + i, Instant.EPOCH.plusSeconds(i)));
        }
        FoundLinks memory =
                FoundLinks.inMemory(ReadArticle.all(articles, analyser, new TableRecogniser()), PairScorer.shipped());
        FoundLinks topology = TopologyLinks.of(articles);

        assertThat(memory.of(Set.of(LinkKind.DUPLICATE))).isNotEmpty();
        assertThat(topology.stories()).isEqualTo(memory.stories());
        for (LinkKind kind : LinkKind.values()) {
            assertThat(topology.of(Set.of(kind))).isEqualTo(memory.of(Set.of(kind)));
        }
    }

    @Test
    void onlyKeptKeysAndNewestPostingsLetPairsMeet() {
        // The same text, hence the same keys: whatever lets two of them meet lets all three.
        List<ReadArticle> articles = read(List.of(
                article("a", "Halden Bridge closed", BRIDGE, "bridge"),
                article("x", "Halden Bridge closed", BRIDGE, ""),
                article("b", "Halden Bridge closed", BRIDGE, "bridge")));

        assertThat(KeyRecall.of(articles, Integer.MAX_VALUE, 256)).isEqualTo(1);
        assertThat(KeyRecall.of(articles, 0, 256)).isZero();
        assertThat(KeyRecall.of(articles, Integer.MAX_VALUE, 1)).isZero();
    }

    @Test
    void scoreCountsOnlyArticlesOfKnownStory() {
        List<LabelledArticle> articles =
                List.of(article("a", "", "", "s"), article("b", "", "", "s"), article("c", "", "", ""));
        FoundLinks nothing = new FoundLinks(java.util.Map.of(), java.util.Map.of());

        assertThat(nothing.score(articles).pairs()).isEqualTo(new PairCounts(0, 0, 1));
        assertThat(nothing.of(Set.of())).isEmpty();
    }

    @Test
    void sameSeedMakesTheSameCopies() {
        LabelledArticle original = article("a", "Halden Bridge closed", BRIDGE, "bridge");

        assertThat(new CopyMaker(7).copy(original, "b", original.at()))
                .isEqualTo(new CopyMaker(7).copy(original, "b", original.at()))
                .isNotEqualTo(new CopyMaker(8).copy(original, "b", original.at()));
    }

    @Test
    void backgroundFillsAWindowWithMixtures() {
        List<LabelledArticle> given = List.of(article("a", "Halden Bridge closed", BRIDGE, "bridge"));
        Instant end = Instant.EPOCH.plusSeconds(100);
        List<LabelledArticle> filled = Background.of(given, 5, Instant.EPOCH, end, 1);

        assertThat(filled).hasSize(5).extracting(LabelledArticle::story).containsOnly("");
        assertThat(filled.get(0).text()).isEqualTo(BRIDGE);
        assertThat(filled).extracting(LabelledArticle::id).doesNotHaveDuplicates();
    }

    @Test
    void oneObjectHoldsAllFigures() throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (String id : List.of("a", "b")) {
            lines.append(json.createObjectNode()
                            .put("id", id)
                            .put("title", "Halden Bridge closed")
                            .put("text", BRIDGE + " " + BRIDGE)
                            .put("story", "bridge"))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("articles.jsonl"), lines);
        StringWriter out = new StringWriter();
        int code = new CommandLine(new EvaluateRelated())
                .setOut(new PrintWriter(out))
                .execute(file.toString(), "--documents", "30", "--json");

        assertThat(code).isZero();
        JsonNode figures = json.readTree(out.toString());
        assertThat(figures.path("pair_f1").asDouble()).isEqualTo(1);
        assertThat(figures.path("near_duplicate_documents").asInt()).isEqualTo(30);
        for (String name : List.of(
                "pair_precision",
                "pair_recall",
                "bcubed_f1",
                "candidate_recall",
                "keys_per_article",
                "per_second",
                "near_duplicate_f1")) {
            assertThat(figures.path(name).isNumber()).as(name).isTrue();
        }
    }

    @Test
    void timesAreSecondsMillisecondsOrDatesAndOptional() throws IOException {
        assertThat(read("{\"id\":1,\"ts\":1394472080,\"title\":\"t\"}").get(0).at())
                .isEqualTo(Instant.ofEpochSecond(1_394_472_080));
        assertThat(read("{\"id\":1,\"ts\":1394472080000,\"title\":\"t\"}")
                        .get(0)
                        .at())
                .isEqualTo(Instant.ofEpochSecond(1_394_472_080));
        assertThat(read("{\"id\":1,\"date\":\"2014-03-10\",\"title\":\"t\"}")
                        .get(0)
                        .at())
                .isEqualTo(Instant.parse("2014-03-10T00:00:00Z"));
        assertThat(read("{\"id\":1,\"title\":\"t\"}\n{\"id\":2,\"title\":\"u\"}"))
                .extracting(LabelledArticle::at)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() {
        assertThatThrownBy(() -> LabelledArticle.read(folder.resolve("absent")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> read("{\"id\":1,\"title\":\"t\"}\nnonsense"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Line 2 of");
        assertThatThrownBy(() -> read("{\"id\":1}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no id or no title");
        assertThatThrownBy(() -> read("{\"id\":1,\"title\":\"t\"}\n{\"id\":1,\"title\":\"t\"}"))
                .hasMessageContaining("two articles of the id 1");
        assertThatThrownBy(() -> read("")).hasMessageContaining("holds no article");
        assertThatThrownBy(() -> read("{\"id\":1,\"title\":\"t\",\"date\":\"yesterday\"}"))
                .hasMessageContaining("give dates as");
        assertThatThrownBy(() -> TopicRange.of("x")).hasMessageContaining("give two numbers");
    }

    private List<LabelledArticle> read(String lines) throws IOException {
        return LabelledArticle.read(Files.writeString(folder.resolve("articles.jsonl"), lines));
    }

    private List<ReadArticle> read(List<LabelledArticle> articles) {
        return ReadArticle.all(articles, analyser, new TableRecogniser());
    }

    private static LabelledArticle article(String id, String title, String text, String story) {
        return new LabelledArticle(id, Instant.EPOCH, title, text, 0, story);
    }
}
