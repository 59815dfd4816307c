package dev.newswire.benchmarks.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.entity.tagger.Resources;
import dev.newswire.enrich.entity.tagger.Weights;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.schema.EntityType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainTaggerTest {
    private static final int BITS = 14;

    private final List<Sentence> sentences = sentences();

    @Test
    void theTrainedTaggerFindsWhatItWasTaught() throws IOException {
        Resources resources = resources();
        MentionTagger tagger = MentionTagger.of(resources, Weights.read(new ByteArrayInputStream(train(resources))));
        SpanScore score = Tagging.score(tagger, sentences);
        assertThat(score.named().f1()).isEqualTo(1);
        assertThat(score.of(EntityType.LOCATION).f1()).isEqualTo(1);
    }

    @Test
    void theSameExamplesGiveTheSameBytes() throws IOException {
        Resources resources = resources();
        assertThat(train(resources)).isEqualTo(train(resources));
    }

    private byte[] train(Resources resources) throws IOException {
        CrfTrainer trainer = new CrfTrainer(resources, new CrfTrainer.Plan(BITS, 6, 0.12f, 0.1f, 0.1f, 3));
        trainer.fit(sentences.stream()
                .map(sentence -> Example.of(List.of(sentence), true, false, 1))
                .toList());
        return Quantiser.pack(BITS, 0, trainer.weights(), trainer.transitions());
    }

    private static Resources resources() throws IOException {
        WordClassesBuilder words = new WordClassesBuilder();
        words.cluster("said", "0110");
        words.flag("Minister", WordClassesBuilder.TITLE);
        NameTypesBuilder names = new NameTypesBuilder();
        names.add(Tokeniser.tokenise("North Harbour"), 4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BestGzip(bytes))) {
            words.write(out);
            names.write(out);
        }
        return Resources.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        for (String place : List.of("Norvik", "Estmark", "Luria", "Tarn")) {
            for (String person : List.of("Anna Holm", "Per Lund", "Eva Dahl")) {
                List<String> words = new ArrayList<>(List.of("Minister"));
                words.addAll(List.of(person.split(" ")));
                words.addAll(List.of("said", "in", place, "that", "he", "left", "."));
                sentences.add(new Sentence(
                        words,
                        List.of(
                                new Sentence.Name(1, 3, EntityType.PERSON),
                                new Sentence.Name(5, 6, EntityType.LOCATION)),
                        false));
            }
        }
        return sentences;
    }
}
