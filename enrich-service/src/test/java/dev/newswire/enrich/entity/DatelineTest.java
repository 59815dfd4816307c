package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.MentionField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DatelineTest {
    private static final String KNOWN = "Q1\tOslo\tLOC\ttown\tNO\t60\nQ2\tThe Hague\tLOC\ttown\tNL\t60\n";

    private final KnowledgeBase base = base();

    @Test
    void thePlaceBeforeTheFirstDashIsOne() {
        assertThat(places("OSLO -- Fish is dear.")).containsExactly("OSLO");
        assertThat(places("OSLO \u2014 Fish is dear.")).containsExactly("OSLO");
        assertThat(places("OSLO - Fish is dear.\nTHE HAGUE \u2013 So is cheese."))
                .containsExactly("OSLO", "THE HAGUE");
    }

    @Test
    void agencyDateAndRegionAreNoPartOfIt() {
        assertThat(places("OSLO (AP) \u2014 Fish is dear.")).containsExactly("OSLO");
        assertThat(places("OSLO, July 24 -- Fish is dear.")).containsExactly("OSLO");
        assertThat(places("BRENNICK, North Shire (AP) -- Fish is dear.")).containsExactly("BRENNICK");
    }

    @Test
    void aPlaceThatNoTableKnowsMustOpenTheLine() {
        assertThat(places("BRENNICK -- Fish is dear.")).containsExactly("BRENNICK");
        assertThat(places("We met the crew of the BRENNICK -- and ate.")).isEmpty();
        assertThat(places("BREAKING NEWS TODAY -- Fish is dear.")).isEmpty();
    }

    @Test
    void creditsBeforeItAreNotNames() {
        Dateline dateline = dateline(
                "A quay and a boat at dusk. NORTH DESK / ANNA FALK THE HAGUE -- Cheese is dear again this summer, say those who sell it.");
        assertThat(dateline.credits().cardinality()).isEqualTo(4);
        assertThat(dateline.places()).containsExactly(new Dateline.Place(11, 13));
    }

    @Test
    void aHyphenIsNoDash() {
        assertThat(places("OSLO-based NORTH-SOUTH lines.")).isEmpty();
    }

    private List<String> places(String text) {
        Field field = new Field(MentionField.BODY, text, base.lexicon());
        return Dateline.of(base, field).places().stream()
                .map(place -> field.tokens().surface(place.from(), place.to()))
                .toList();
    }

    private Dateline dateline(String text) {
        return Dateline.of(base, new Field(MentionField.BODY, text, base.lexicon()));
    }

    private static KnowledgeBase base() {
        try {
            ByteArrayOutputStream empty = new ByteArrayOutputStream();
            new GZIPOutputStream(empty).close();
            String words = "calendar\tJuly\n";
            return KnowledgeBaseReader.read(
                    new ByteArrayInputStream(empty.toByteArray()), stream(KNOWN), stream(words));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
