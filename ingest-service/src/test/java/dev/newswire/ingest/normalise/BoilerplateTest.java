package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Continue reading →",
                "Read more...",
                "Read the full story",
                "[…]",
                "...",
                "The post A headline appeared first on Maren Echo.",
                "Full article",
                "Comments"
            })
    void invitationAtTheEndIsDropped(String invitation) {
        assertThat(Boilerplate.without("Text.\n" + invitation, "A headline")).isEqualTo("Text.");
    }

    @Test
    void invitationInTheMiddleMayBeText() {
        assertThat(Boilerplate.without("Read more\nbooks, she said.", "T")).isEqualTo("Read more\nbooks, she said.");
    }

    @Test
    void titleIsNotRepeated() {
        assertThat(Boilerplate.without("A headline\nText.\nA headline", "A headline"))
                .isEqualTo("Text.\nA headline");
    }
}
