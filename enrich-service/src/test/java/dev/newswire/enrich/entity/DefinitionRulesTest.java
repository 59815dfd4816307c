package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.Definitions;
import dev.newswire.schema.EntityDefinition;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionRulesTest {
    @Test
    void aUsualDefinitionHasNoMistake() {
        assertThat(DefinitionRules.mistake(Definitions.brackwater().build())).isEmpty();
        assertThat(DefinitionRules.mistake(Definitions.quendry().setName("石破茂").build()))
                .isEmpty();
        assertThat(DefinitionRules.mistake(
                        "nw:tamsin-quendry", Definitions.quendry().build()))
                .isEmpty();
    }

    @Test
    void theKeyMustBeTheId() {
        assertThat(DefinitionRules.mistake("nw:another", Definitions.quendry().build()))
                .hasValueSatisfying(mistake -> assertThat(mistake).contains("nw:tamsin-quendry"));
        assertThat(DefinitionRules.mistake(null, Definitions.quendry().build())).isPresent();
    }

    @Test
    void idsAreOfThreeForms() {
        for (String id : List.of("Q1", "nw:a-1", "nil:0123456789abcdef")) {
            assertMistake(Definitions.quendry().setEntityId(id), "");
        }
        for (String id : List.of("", "Q0", "Q", "nw:", "nw:Straße", "nil:1", "x".repeat(10_000), "nw:a\nb")) {
            assertMistake(Definitions.quendry().setEntityId(id), "is no entity id");
        }
    }

    @Test
    void everyFieldHasItsLimit() {
        assertMistake(Definitions.quendry().setName("A".repeat(201)), "201 characters");
        assertMistake(Definitions.quendry().setName("A b c d e f g h i j k l m"), "13 words");
        assertMistake(Definitions.quendry().setName(""), "0 words");
        assertMistake(Definitions.quendry().setName("---"), "0 words");
        assertMistake(Definitions.quendry().setName(" Quendry"), "space");
        assertMistake(Definitions.quendry().setName("Quen\tdry"), "control");
        assertMistake(Definitions.quendry().setName("quendry"), "capital letter");
        assertMistake(Definitions.quendry().setAliases(Collections.nCopies(65, "Alias")), "65 aliases");
        assertMistake(Definitions.quendry().setWeakAliases(List.of("Fine", "the")), "alias \"the\"");
        assertMistake(Definitions.quendry().setCountry("Peru"), "no code of two capital letters");
        assertMistake(Definitions.quendry().setWikidataId("P31"), "no Wikidata item");
        assertMistake(Definitions.quendry().setPrior(101), "0 to 100");
        assertMistake(Definitions.quendry().setPrior(-1), "0 to 100");
        assertMistake(Definitions.quendry().setDescription("x".repeat(1_001)), "1001 characters");
    }

    private static void assertMistake(EntityDefinition.Builder definition, String part) {
        String mistake = DefinitionRules.mistake(definition.build()).orElse("");
        assertThat(mistake.isEmpty()).as(mistake).isEqualTo(part.isEmpty());
        assertThat(mistake).contains(part).hasSizeLessThan(300);
    }
}
