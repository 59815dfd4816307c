package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.internal.SignatureEntity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyserTest {
    static {
        TrustedRecords.trust();
    }

    private final Analyser analyser = new Analyser(DocumentFrequencies.shipped());

    @Test
    void keysAreRareRunsAndTheHeaviestWordsTheRarestFirst() {
        Signature signature = analyser.analyse(
                "Ferry runs aground off Skagen",
                "A ferry with ninety people ran aground off Skagen on Sunday. The coastguard said nobody was hurt.",
                "en",
                List.of());
        List<String> keys = analyser.keys(signature);

        assertThat(keys).hasSize(12).doesNotHaveDuplicates();
        assertThat(keys.subList(0, 4)).allMatch(key -> key.matches("s:[0-9a-f]{8}"));
        assertThat(keys.subList(4, 12))
                .contains("t:skagen", "t:ferry", "t:aground")
                .doesNotContain("t:the", "t:on");
        assertThat(keys.get(4)).isEqualTo("t:skagen");
    }

    @Test
    void grammarOfOtherLanguagesIsNoKey() {
        Signature signature = analyser.analyse(
                "Die Fähre ist vor der Küste auf Grund gelaufen",
                "Die Fähre mit neunzig Menschen ist am Sonntag vor der Küste auf Grund gelaufen, wie die Küstenwache"
                        + " am Abend mitteilte. Verletzt wurde nach ersten Erkenntnissen niemand.",
                "de-DE",
                List.of());

        assertThat(analyser.keys(signature)).contains("t:fähre", "t:küste").doesNotContain("t:der", "t:auf", "t:wurde");
    }

    @Test
    void nameIsAsRareAsItsRarestWord() {
        List<SignatureEntity> entities = analyser.analyse(
                        "",
                        "",
                        "en",
                        List.of(entity("a", "Japan"), entity("b", "Ishiba Shigeru"), entity("c", "Trump")))
                .entities();

        assertThat(entities).extracting(SignatureEntity::getEntityId).containsExactly("a", "b", "c");
        assertThat(entities.get(0).getRarity()).isBetween(20, 80);
        assertThat(entities.get(1).getRarity()).isEqualTo(255);
        assertThat(entities.get(2).getRarity()).isZero();
    }

    @Test
    void emptyArticleHasNoKeys() {
        Signature empty = analyser.analyse("", "", null, List.of());

        assertThat(analyser.keys(empty)).isEmpty();
        assertThat(PairFeatures.of(empty, empty).values()).containsOnly(0.0);
    }

    @Test
    void signatureSurvivesStorage() {
        Signature signature = analyser.analyse(
                "Ferry runs aground", "A ferry ran aground off Skagen.", "en", List.of(entity("a", "Skagen")));

        assertThat(Signature.from(signature.toAvro())).isEqualTo(signature);
    }

    @Test
    void versionNamesTheTable() {
        assertThat(analyser.version()).matches("df-[0-9a-f]{8}");
    }

    private static Entity entity(String id, String name) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setName(name)
                .setType(EntityType.MISC)
                .setSalience(0.5f)
                .setConfidence(1f)
                .setMentions(List.of())
                .build();
    }
}
