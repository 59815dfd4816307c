package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rivals of SK Hynix worry. Shares of Hynix fell. | Hynix",
                "Eli Lilly grows. Shares of Lilly rose. | Lilly",
                "Novo Nordisk sells. Novo had offered more. | Novo",
                "Lawyers for The New York Times came. A spokesman for the Times spoke. | Times",
                "Paris Saint-Germain lost again. Paris are left with the league. | Paris",
                "They skied in Cortina d'Ampezzo. The snow of Cortina melts. | Cortina",
                "Andre Washington joined the line. \"They said no,\" said Washington. | Washington",
                "Andre Washington joined the line. On Friday Washington, 41, stood at the gate. | Washington",
                "The International Ski Federation (FIS) agreed. The FIS is glad. | FIS",
                "An earthquake shook western Turkey before dawn. The Disaster and Emergency Management Presidency, known as "
                        + "AFAD, sent 600 rescuers. On Monday AFAD said so. | AFAD",
                "We asked Valley Radiation Associates Medical Group, Inc. (VRA) twice. VRA has doctors. | VRA"
            })
    void theLastMentionIsThatOfTheFullName(String text, String last) {
        Entity entity = SharedExtractor.EXTRACTOR.extract("", text, "en").stream()
                .filter(one -> one.getMentions().stream().anyMatch(mention -> isLast(mention, text, last)))
                .findFirst()
                .orElseThrow();
        assertThat(entity.getMentions().get(0).getSurface()).hasSizeGreaterThan(last.length());
    }

    @Test
    void aPlaceStaysOneBesideItsTeam() {
        List<Entity> entities =
                SharedExtractor.EXTRACTOR.extract("", "Paris Saint-Germain lost at home in Paris.", "en");
        assertThat(entities).extracting(Entity::getEntityId).contains("nw:paris-saint-germain", "Q90");
    }

    @Test
    void aPersonBeforeAPartyIsNoPartOfIt() {
        String text = "Friedrich Merz agreed. Merz's Christian Democratic Union (CDU) had wanted more.";
        List<Entity> entities = SharedExtractor.EXTRACTOR.extract("", text, "en");
        assertThat(entities).extracting(Entity::getEntityId).contains("Q566257", "Q49762");
    }

    @Test
    void aDepartmentHasItsCountryInItsName() {
        String text = "He runs the U.S. Department of Education in the capital.";
        assertThat(surfaces(text)).contains("U.S. Department of Education").doesNotContain("U.S.");
    }

    @Test
    void wordsWrittenAsOneAreAName() {
        assertThat(surfaces("Visitors give to charity by JustGiving every day."))
                .contains("JustGiving");
        assertThat(surfaces("Reply to @SomeReader or read a.example/SomePage of #SomeTopic now."))
                .isEmpty();
    }

    @Test
    void lettersWithStopsAreNoRegion() {
        List<Entity> entities =
                SharedExtractor.EXTRACTOR.extract("", "It was founded by Jane Orvell, M.D. and others.", "en");
        assertThat(entities).extracting(Entity::getEntityId).doesNotContain("Q1391");
    }

    @Test
    void aDuchessIsNotHerTown() {
        List<Entity> entities = SharedExtractor.EXTRACTOR.extract(
                "", "The Duchess of Cambridge opened a school near Leeds on Monday.", "en");
        assertThat(entities)
                .filteredOn(entity -> entity.getType() == EntityType.PERSON)
                .flatExtracting(Entity::getMentions)
                .extracting(Mention::getSurface)
                .doesNotContain("Cambridge");
    }

    private static boolean isLast(Mention mention, String text, String last) {
        return mention.getSurface().equals(last) && mention.getStart() == text.lastIndexOf(last);
    }

    private static List<String> surfaces(String text) {
        return SharedExtractor.EXTRACTOR.extract("", text, "en").stream()
                .flatMap(entity -> entity.getMentions().stream())
                .map(Mention::getSurface)
                .toList();
    }
}
