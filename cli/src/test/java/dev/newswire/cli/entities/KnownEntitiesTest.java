package dev.newswire.cli.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.cli.entities.KnownEntity.Origin;
import dev.newswire.enrich.entity.NameForm;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownEntitiesTest {
    private static final String NATO = "Q7184";
    private static final KnownEntities SHIPPED = KnownEntities.of(Map.of());

    @Test
    void aShippedEntityIsFoundByItsNameWithoutRegardToCase() {
        assertThat(SHIPPED.find("nato", 5).get(0)).satisfies(nato -> {
            assertThat(nato.id()).isEqualTo(NATO);
            assertThat(nato.origin()).isEqualTo(Origin.SHIPPED);
            assertThat(nato.wikidataId()).isEqualTo(NATO);
        });
        assertThat(SHIPPED.find("orban", 20)).extracting(KnownEntity::name).contains("Viktor Orbán");
        assertThat(SHIPPED.find("no such name at all", 5)).isEmpty();
        assertThat(SHIPPED.find("a", 7)).hasSize(7);
    }

    @Test
    void aDefinedEntityIsFoundUnderAllItsForms() {
        KnownEntities known = SHIPPED.with(List.of(quendry().build()));

        assertThat(known.find("quendry", 5)).singleElement().satisfies(person -> {
            assertThat(person.origin()).isEqualTo(Origin.DEFINED);
            assertThat(person.forms()).contains(new NameForm("Quendry", NameForm.Use.WITH_SUPPORT));
        });
        assertThat(SHIPPED.get("nw:tamsin-quendry")).isEmpty();
    }

    @Test
    void aDefinitionOfAShippedIdSaysSo() {
        EntityDefinition.Builder nato =
                quendry().setEntityId(NATO).setName("Atlantic Pact").setType(EntityType.ORGANISATION);

        assertThat(SHIPPED.with(List.of(nato.build())).get(NATO)).hasValueSatisfying(entity -> {
            assertThat(entity.origin()).isEqualTo(Origin.REDEFINED);
            assertThat(entity.forms())
                    .extracting(NameForm::text)
                    .startsWith("Atlantic Pact")
                    .contains("NATO");
        });
        assertThat(SHIPPED.with(List.of(nato.setKeepsShippedNames(false).build()))
                        .get(NATO))
                .hasValueSatisfying(entity ->
                        assertThat(entity.forms()).extracting(NameForm::text).doesNotContain("NATO"));
        assertThat(SHIPPED.with(List.of(nato.setDisabled(true).build())).get(NATO))
                .hasValueSatisfying(entity -> assertThat(entity.origin()).isEqualTo(Origin.DISABLED));
    }

    @Test
    void aDraftTakesWhatItLeavesOutFromTheShippedEntity() {
        DefinitionDraft draft = new DefinitionDraft(
                "This", NATO, "", "", "", "", "", List.of("Atlantic Pact"), List.of(), null, true, false);
        EntityDefinition definition = draft.complete(SHIPPED.shipped(NATO));

        assertThat(definition.getName())
                .isEqualTo(SHIPPED.get(NATO).orElseThrow().name());
        assertThat(definition.getType()).isEqualTo(EntityType.ORGANISATION);
        assertThat(definition.getPrior()).isGreaterThan(60);
    }

    @Test
    void jsonIsOneObjectWithEveryForm() {
        String json = EntityReport.json(SHIPPED.with(List.of(quendry().build())).find("Tamsin Quendry", 1));

        assertThat(json)
                .startsWith("{\"entities\":[{\"id\":\"nw:tamsin-quendry\"")
                .contains("\"type\":\"person\"")
                .contains("\"origin\":\"defined\"")
                .contains("{\"text\":\"Quendry\",\"use\":\"with_support\"}");
    }

    private static EntityDefinition.Builder quendry() {
        return EntityDefinition.newBuilder()
                .setEntityId("nw:tamsin-quendry")
                .setName("Tamsin Quendry")
                .setType(EntityType.PERSON);
    }
}
