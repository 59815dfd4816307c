package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionField;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityExtractorTest {
    private final EntityExtractor extractor = SharedExtractor.EXTRACTOR;

    @Test
    void theMostSalientEntityComesFirst() {
        List<Entity> entities = extractor.extract(
                "NATO meets in The Hague", "NATO leaders arrived. Later, NATO aides spoke of Peru.", "en");
        assertThat(entities.get(0).getWikidataId()).isEqualTo("Q7184");
        assertThat(entities).isSortedAccordingTo((a, b) -> Float.compare(b.getSalience(), a.getSalience()));
        assertThat(entities).allSatisfy(entity -> {
            assertThat(entity.getSalience()).isBetween(0f, 1f);
            assertThat(entity.getConfidence()).isBetween(0f, 1f);
        });
    }

    @Test
    void mentionsOfTheTitleComeFirst() {
        Entity japan = extractor
                .extract("A pact for Japan", "Japan signs. Japan pays.", "en")
                .get(0);
        assertThat(japan.getMentions())
                .extracting("field")
                .containsExactly(MentionField.TITLE, MentionField.BODY, MentionField.BODY);
    }

    @Test
    void anAcronymGoesByTheCountryOfItsArticle() {
        assertThat(ids("Vote in Tokyo", "The LDP won in Japan, and the Japanese opposition lost."))
                .contains("Q232595");
        assertThat(ids("A puzzle", "The letters LDP stood on the door.")).doesNotContain("Q232595");
    }

    @Test
    void aDemonymIsALesserMentionOfTheCountry() {
        Entity japan =
                extractor.extract("A car", "The Japanese car maker paid.", "en").get(0);
        assertThat(japan.getWikidataId()).isEqualTo("Q17");
        assertThat(japan.getConfidence()).isLessThan(0.7f);
    }

    @Test
    void aFamilyNameBelongsToThePersonNamedInFull() {
        List<Entity> entities =
                extractor.extract("On trial", "Marta Jordan spoke first. Jordan said she was innocent.", "en");
        assertThat(entities).singleElement().satisfies(person -> {
            assertThat(person.getType()).isEqualTo(EntityType.PERSON);
            assertThat(person.getMentions()).hasSize(2);
        });
    }

    @Test
    void aLoneWordListedWithOrganisationsIsOne() {
        List<Entity> entities = extractor.extract(
                "Shares",
                "Orders went to BAE Systems, Leonardo and a Japanese firm. The head of Leonardo thanked the minister.",
                "en");
        assertThat(entities)
                .filteredOn(entity -> entity.getName().startsWith("Leonardo"))
                .singleElement()
                .satisfies(entity -> assertThat(entity.getType()).isEqualTo(EntityType.ORGANISATION));
    }

    @Test
    void lettersBeforeAnAccountAreNoName() {
        assertThat(ids("RT on air", "The channel RT, run from Moscow, is on air."))
                .contains("nw:rt");
        assertThat(ids("A post", "RT @harbourwire: the ferry is late again, we are told."))
                .isEmpty();
    }

    @Test
    void aPlaceGoesWithoutItsArticleToo() {
        List<Entity> entities = extractor.extract("Hague summit ends", "THE HAGUE -- Leaders left early.", "en");
        assertThat(entities).singleElement().satisfies(place -> {
            assertThat(place.getWikidataId()).isEqualTo("Q36600");
            assertThat(place.getMentions()).hasSize(2);
        });
    }

    @Test
    void anUnknownNameKeepsItsIdInEitherOrder() {
        String one = id("The minister met Ayumi Kawamura in the morning.");
        String other = id("The minister met Kawamura Ayumi, or so Kawamura Ayumi said. Ayumi Kawamura agreed.");
        assertThat(one).startsWith("nil:").hasSize(20);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void equalTextsGiveEqualEntities() {
        String body = "Shell and BP met Emmanuel Macron in Paris. Macron left for Cairo, Egypt.";
        assertThat(extractor.extract("Talks", body, "en")).isEqualTo(extractor.extract("Talks", body, "en"));
        assertThat(EntityExtractor.load().rulesVersion()).isEqualTo(extractor.rulesVersion());
    }

    @Test
    void textInAnotherLanguageGivesTheSurestNamesOnly() {
        assertThat(ids("Der Bund", "Die Opposition nannte das Paket eine Ente. Nice war es im Mai nicht, sagte Will."))
                .isEmpty();
    }

    private String id(String body) {
        return extractor.extract("", body, "en").stream()
                .filter(entity -> entity.getType() == EntityType.PERSON)
                .map(Entity::getEntityId)
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String title, String body) {
        return extractor.extract(title, body, null).stream()
                .map(Entity::getEntityId)
                .toList();
    }
}
