package dev.newswire.benchmarks.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.benchmarks.DataException;
import dev.newswire.schema.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceTest {
    @TempDir
    Path folder;

    @Test
    void namesAreReadFromTheTagsInTheLastColumn() throws IOException {
        List<Sentence> sentences = Sentence.read(file("""
                Anna NNP B-PER
                Holm NNP I-PER
                sued VBD O
                Acme NNP B-ORG
                Luria NNP B-LOC

                Nobody NN O
                """));
        assertThat(sentences).hasSize(2);
        assertThat(sentences.get(0).names())
                .containsExactly(
                        new Sentence.Name(0, 2, EntityType.PERSON),
                        new Sentence.Name(3, 4, EntityType.ORGANISATION),
                        new Sentence.Name(4, 5, EntityType.LOCATION));
        assertThat(sentences.get(1).names()).isEmpty();
    }

    @Test
    void documentsBeginWhereTheCorpusSaysSo() throws IOException {
        List<Sentence> sentences = Sentence.read(file("a\tO\n\nb\tO\n\n-DOCSTART- O\n\nc\tO\n"));
        assertThat(Sentence.documents(sentences, 40)).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void aFileThatIsAbsentOrWithoutTagsIsExplained() throws IOException {
        Path untagged = file("word\n");
        assertThatThrownBy(() -> Sentence.read(untagged)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Sentence.read(folder.resolve("none"))).isInstanceOf(DataException.class);
    }

    @Test
    void proseKeepsTheWordsPlaces() {
        Prose prose = Prose.of(List.of(new Sentence(List.of("Holm", "'s", "Acme", ",", "Inc", "."), List.of(), false)));
        assertThat(prose.text()).isEqualTo("Holm's Acme, Inc.\n");
        assertThat(prose.wordAt(0)).isZero();
        assertThat(prose.wordAt(prose.text().indexOf("Inc"))).isEqualTo(4);
        assertThat(prose.text().substring(prose.start(2), prose.end(2))).isEqualTo("Acme");
    }

    @Test
    void onlyExactSpansOfTheRightTypeAreRight() {
        SpanScore score = new SpanScore();
        score.add(
                List.of(new Sentence.Name(0, 2, EntityType.PERSON), new Sentence.Name(3, 4, EntityType.LOCATION)),
                List.of(new Sentence.Name(0, 2, EntityType.PERSON), new Sentence.Name(3, 4, EntityType.ORGANISATION)));
        assertThat(score.named().f1()).isEqualTo(0.5);
        assertThat(score.places().f1()).isEqualTo(1);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("corpus.conll"), text);
    }
}
