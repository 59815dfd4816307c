package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.Definitions;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinedEntitiesTest {
    private static final EntityExtractor SHIPPED = SharedExtractor.EXTRACTOR;

    @Test
    void aDefinedNameIsLinkedAtItsPlace() {
        Entity entity =
                entity(with(Definitions.brackwater()), "Shares of Brackwater Dynamics fell, and BWD Corp paid.");

        assertThat(entity.getEntityId()).isEqualTo("nw:brackwater-dynamics");
        assertThat(entity.getName()).isEqualTo("Brackwater Dynamics");
        assertThat(entity.getType()).isEqualTo(EntityType.ORGANISATION);
        assertThat(entity.getWikidataId()).isNull();
        assertThat(entity.getMentions()).extracting("surface").containsExactly("Brackwater Dynamics", "BWD Corp");
        assertThat(entity.getMentions()).extracting("start").containsExactly(10, 40);
        assertThat(entity.getMentions()).allSatisfy(mention -> {
            assertThat(mention.getMethod()).isEqualTo(MentionMethod.ALIAS);
            assertThat(mention.getConfidence()).isGreaterThan(0.8f);
        });
    }

    @Test
    void namesAreFoundAtTheBoundsOfWordsOnly() {
        EntityExtractor extractor =
                with(Definitions.brackwater().setName("Orlex").setAliases(List.of()));

        assertThat(ids(extractor, "The firm Orlex paid.")).contains("nw:brackwater-dynamics");
        assertThat(ids(extractor, "The firm Orlexia paid, and so did Forlex."))
                .doesNotContain("nw:brackwater-dynamics");
    }

    @Test
    void theItemOfADefinitionIsToldWithItsEntity() {
        Entity entity =
                entity(with(Definitions.brackwater().setWikidataId("Q4115189")), "Shares of Brackwater Dynamics fell.");

        assertThat(entity.getWikidataId()).isEqualTo("Q4115189");
    }

    @Test
    void aSurnameLeadsToADefinedPersonWhoseCountryIsNear() {
        EntityExtractor extractor = with(Definitions.quendry());

        assertThat(ids(extractor, "In Peru, aides of Quendry met farmers from Lima, Peru."))
                .contains("nw:tamsin-quendry");
        assertThat(ids(extractor, "In the end aides of Quendry met farmers.")).doesNotContain("nw:tamsin-quendry");
        assertThat(ids(extractor, "Yesterday Quendry Tamsin met farmers.")).contains("nw:tamsin-quendry");
    }

    @Test
    void aDefinitionStandsInThePlaceOfTheShippedEntity() {
        EntityDefinition.Builder renamed = Definitions.nato().setName("Atlantic Alliance");

        Entity kept = entity(with(renamed), "Ministers of NATO met in Brussels.");
        assertThat(kept.getName()).isEqualTo("Atlantic Alliance");

        EntityExtractor alone = with(renamed.setKeepsShippedNames(false));
        assertThat(ids(alone, "Ministers of NATO met in Brussels.")).doesNotContain(Definitions.NATO);
        assertThat(ids(alone, "Ministers of the Atlantic Alliance met.")).contains(Definitions.NATO);
    }

    @Test
    void nothingIsLinkedToADisabledEntity() {
        String text = "NATO met in Brussels. The North Atlantic Treaty Organization (NATO) is old.";

        assertThat(ids(SHIPPED, text)).contains(Definitions.NATO);
        assertThat(ids(with(Definitions.nato().setDisabled(true)), text)).doesNotContain(Definitions.NATO);
    }

    @Test
    void theShippedTablesStayAsTheyAre() {
        String text = "NATO met Brackwater Dynamics in Brussels, Belgium, and Cairo.";
        List<Entity> before = SHIPPED.extract("", text, "en");
        with(Definitions.nato().setDisabled(true), Definitions.brackwater());

        assertThat(SHIPPED.extract("", text, "en")).isEqualTo(before);
        assertThat(SHIPPED.with(List.of()).extract("", text, "en")).isEqualTo(before);
    }

    @Test
    void whatIsNotDefinedIsReadAsBefore() {
        EntityExtractor extractor =
                with(Definitions.brackwater(), Definitions.nato().setDisabled(true));
        String text = "Emmanuel Macron met Shigeru Ishiba in Paris. Ishiba left for Cairo, Egypt, with Shell and BP.";

        assertThat(extractor.extract("Talks", text, "en")).isEqualTo(SHIPPED.extract("Talks", text, "en"));
    }

    @Test
    void theVersionFollowsFromTheDefinitionsWhateverTheirOrder() {
        EntityExtractor one = with(Definitions.brackwater(), Definitions.quendry());
        EntityExtractor other =
                with(Definitions.quendry(), Definitions.brackwater().setDescription("A firm."));

        assertThat(one.rulesVersion()).isEqualTo(other.rulesVersion()).startsWith(SHIPPED.rulesVersion() + "+");
        assertThat(with(Definitions.quendry()).rulesVersion()).isNotEqualTo(one.rulesVersion());
        assertThat(SHIPPED.with(List.of()).rulesVersion()).isEqualTo(SHIPPED.rulesVersion());
    }

    @Test
    void aNameKnownOnlyByItsSpellingKeepsItsIdWhenItIsDefined() {
        String text = "The minister met Ayumi Kawamura in the morning.";
        String id = SHIPPED.extract("", text, "en").stream()
                .map(Entity::getEntityId)
                .filter(candidate -> candidate.startsWith("nil:"))
                .findFirst()
                .orElseThrow();
        EntityExtractor extractor = with(Definitions.quendry().setEntityId(id).setName("Ayumi Kawamura"));

        assertThat(entity(extractor, text).getMentions()).extracting("method").containsExactly(MentionMethod.ALIAS);
        assertThat(entity(extractor, text).getEntityId()).isEqualTo(id);
    }

    private static EntityExtractor with(EntityDefinition.Builder... definitions) {
        return SHIPPED.with(Arrays.stream(definitions)
                .map(EntityDefinition.Builder::build)
                .peek(definition ->
                        assertThat(DefinitionRules.mistake(definition)).isEmpty())
                .toList());
    }

    private static Entity entity(EntityExtractor extractor, String body) {
        return extractor.extract("", body, "en").get(0);
    }

    private static List<String> ids(EntityExtractor extractor, String body) {
        return extractor.extract("", body, "en").stream()
                .map(Entity::getEntityId)
                .toList();
    }
}
