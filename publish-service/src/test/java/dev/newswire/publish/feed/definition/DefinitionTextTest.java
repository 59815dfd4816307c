package dev.newswire.publish.feed.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.StoryPolicy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTextTest {
    static {
        TrustedRecords.trust();
    }

    private static final String YAML = """
        id: defence-japan
        title: Defence in Japan
        entities:
          any: [NATO, Q17]
          none: [Q30]
        types: [organisation]
        sources: [nhk]
        languages: [en, pt-BR]
        countries: [jp]
        words: [shipyard, "joint exercise"]
        minimumSalience: 0.25
        maximumAge: P7D
        limit: 100
        duplicates: collapse
        stories: newest
        """;

    @Test
    void definitionIsReadFromYamlAndWrittenAgain() {
        FeedDefinition definition = DefinitionText.read(YAML, "defence-japan");
        assertThat(definition.getEntitiesAny()).containsExactly("NATO", "Q17");
        assertThat(definition.getEntityTypes()).containsExactly(EntityType.ORGANISATION);
        assertThat(definition.getCountries()).containsExactly("JP");
        assertThat(definition.getMaximumAgeSeconds()).isEqualTo(7 * 24 * 3600);
        assertThat(definition.getDuplicates()).isEqualTo(DuplicatePolicy.COLLAPSE);
        assertThat(definition.getStories()).isEqualTo(StoryPolicy.NEWEST);
        String json = DefinitionFields.write(definition).toString();
        assertThat(DefinitionText.read(json, "defence-japan")).isEqualTo(definition);
    }

    @Test
    void fileHoldsOneOrMany() {
        String one = "{\"id\": \"a\", \"title\": \"A\"}";
        assertThat(DefinitionText.readAll(one)).hasSize(1);
        assertThat(DefinitionText.readAll("[" + one + "," + one + "]")).hasSize(2);
        assertThat(DefinitionText.readAll("feeds:\n- id: a\n  title: A\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'latest','title':'A'}| id: \"latest\" is the name of a built-in feed",
                "{'id':'source/x','title':'A'}| built-in feed",
                "{'id':'a.json','title':'A'}| id: \"a.json\" is no id",
                "{'id':'../x','title':'A'}| id: \"../x\" is no id",
                "{'id':'-a','title':'A'}| first and the last no hyphen",
                "{'id':'a'}| title: it has 0 characters",
                "{'id':'a','title':'A','wrods':[]}| wrods: it is not known; known are countries, description,",
                "{'id':'a','title':'A','words':'x'}| words: it takes a list",
                "{'id':'a','title':'A','words':['...']}| words.any: \"...\" is not taken",
                "{'id':'a','title':'A','words':{'some':['x']}}| words.some: it is not known",
                "{'id':'a','title':'A','limit':0}| limit: it is 0 but takes 1 to 10000",
                "{'id':'a','title':'A','limit':'ten'}| limit: it takes a whole number",
                "{'id':'a','title':'A','minimumSalience':2}| minimumSalience: it is 2.0 but takes 0 to 1",
                "{'id':'a','title':'A','maximumAge':'a week'}| maximumAge: \"a week\" is no duration such as PT12H",
                "{'id':'a','title':'A','types':['planet']}| types: \"planet\" is not known; known are person,",
                "{'id':'a','title':'A','countries':['Japan']}| countries: \"JAPAN\" is not taken",
                "{'id':'a','title':'A','duplicates':'drop'}| duplicates: \"drop\" is not known; known are keep,"
                        + " collapse",
                "{'id':'a','id':'b','title':'A'}| Line 1 is not valid",
                "| The text is empty",
                "{'id':'a',| Line 1 is not valid"
            })
    void mistakeIsToldByItsField(String text, String sentence) {
        assertThatThrownBy(() -> DefinitionText.readAll(text == null ? "" : text.replace('\'', '"')))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void hostileTextsAreRefused() {
        String terms = String.join(",", Collections.nCopies(10_000, "term"));
        refused("id: a\ntitle: A\nwords: [" + terms + "]", "words: it has 10000 values but takes at most 1000");
        refused("id: a\ntitle: A\nwords: &x [*x]", "Line 3 has the alias *x");
        refused("a: &a [x,x]\nb: &b [*a,*a]\nid: a\ntitle: *b", "Line 2 has the alias *a");
        refused("id: a\ntitle: " + "[".repeat(10_000), "is not valid");
        refused("{\"id\":" + "[".repeat(10_000), "is not valid");
        refused("x".repeat(20_000_001), "takes at most 20000000");
        refused("id: a\ntitle: !!javax.script.ScriptEngineManager [x]", "title: it takes a text");
    }

    @Test
    void definitionSentUnderAnIdTakesIt() {
        assertThat(DefinitionText.read("{\"title\":\"A\"}", "b").getFeedId()).isEqualTo("b");
        assertThatThrownBy(() -> DefinitionText.read("{\"id\":\"a\",\"title\":\"A\"}", "b"))
                .hasMessageContaining("id: it is not \"b\"");
        assertThatThrownBy(() -> DefinitionText.read("x".repeat(1_000_001), "b"))
                .hasMessageContaining("takes at most 1000000");
    }

    @Test
    void recordMustStandUnderItsId() {
        FeedDefinition definition =
                FeedDefinition.newBuilder().setFeedId("a").setTitle("A").build();
        assertThat(DefinitionRules.mistake("a", definition)).isEmpty();
        assertThat(DefinitionRules.mistake("b", definition)).isPresent();
        assertThat(DefinitionRules.mistake(null, definition)).isPresent();
        assertThat(List.of("story", "defined", "entity/Q1", "A", "a_b", "a".repeat(65)))
                .allSatisfy(id -> assertThat(DefinitionRules.id(id)).isPresent());
    }

    private static void refused(String text, String sentence) {
        assertThatThrownBy(() -> DefinitionText.readAll(text))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(sentence);
    }
}
