package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.Definitions;
import dev.newswire.schema.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameFormsTest {
    private final Lexicon lexicon = lexicon();

    @Test
    void aPersonIsFoundBySurnameInitialAndEitherOrder() {
        assertThat(forms("Tamsin Quendry", EntityType.PERSON))
                .containsExactly("Tamsin Quendry", "~Quendry", "~T. Quendry", "Quendry Tamsin");
    }

    @Test
    void initialsAndSuffixesMayBeLeftOut() {
        assertThat(forms("Tamsin R. Quendry Jr.", EntityType.PERSON))
                .contains("Tamsin R. Quendry", "Tamsin Quendry", "~Quendry")
                .doesNotContain("~Jr.");
    }

    @Test
    void aParticleBeginsTheSurname() {
        assertThat(forms("Ilse von der Aubach", EntityType.PERSON)).contains("~von der Aubach", "~Aubach");
    }

    @Test
    void aLeadingSurnameIsTheSurname() {
        assertThat(forms("Kim Jae-won", EntityType.PERSON)).containsExactly("Kim Jae-won", "~Kim");
    }

    @Test
    void anythingElseLosesItsArticle() {
        assertThat(forms("The Union of the Lakes", EntityType.ORGANISATION))
                .contains("Union of the Lakes", "The Union of Lakes");
        assertThat(forms("The Hague", EntityType.LOCATION)).containsExactly("The Hague", "Hague");
    }

    @Test
    void whatTheDefinitionStatesIsNotMadeWeaker() {
        List<String> forms =
                NameForms.of(
                                Definitions.quendry()
                                        .setAliases(List.of("Quendry"))
                                        .build(),
                                lexicon)
                        .stream()
                        .map(NameFormsTest::text)
                        .toList();

        assertThat(forms).contains("Quendry").doesNotContain("~Quendry");
    }

    @Test
    void oneWordIsItsOnlyForm() {
        assertThat(forms("Pelé", EntityType.PERSON)).containsExactly("Pelé");
        assertThat(forms("The", EntityType.MISC)).containsExactly("The");
    }

    private List<String> forms(String name, EntityType type) {
        return NameForms.of(Definitions.quendry().setName(name).setType(type).build(), lexicon).stream()
                .map(NameFormsTest::text)
                .toList();
    }

    private static String text(NameForm form) {
        return (form.use() == NameForm.Use.WITH_SUPPORT ? "~" : "") + form.text();
    }

    private static Lexicon lexicon() {
        Lexicon lexicon = new Lexicon();
        lexicon.add("Kim", Lexicon.LEADING_SURNAME);
        lexicon.add("von", Lexicon.PARTICLE);
        lexicon.add("der", Lexicon.PARTICLE);
        return lexicon;
    }
}
