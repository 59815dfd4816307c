package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ann Lee|Ann Lee",
                "by Ann Lee and Bo Chan|Ann Lee;Bo Chan",
                "BY ANN LEE, BO CHAN & CY DO|ANN LEE;BO CHAN;CY DO",
                "By Ann Lee, Staff Writer|Ann Lee",
                "'Ann Lee | Maren Echo'|Ann Lee",
                "desk@example.com (Ann Lee)|Ann Lee",
                "Ann Lee <ann@example.com>|Ann Lee",
                "Sandra Anderson|Sandra Anderson",
                "Von Ann Lee und Bo Chan|Von Ann Lee;Bo Chan",
            })
    void namesAreTakenFromABylineInOrder(String byline, String names) {
        assertThat(String.join(";", Authors.ofByline(byline))).startsWith(names);
    }

    @Test
    void whatIsNoNameIsLeftOut() {
        assertThat(Authors.clean(
                        List.of(" Ann  Lee ", "https://example.com/ann", "", "ann lee", "@ann", "null", "a@b.c")))
                .containsExactly("Ann Lee");
    }

    @Test
    void namesWithCommasInAListStayWhole() {
        assertThat(Authors.clean(List.of("Lee, Ann", "World desk"))).containsExactly("Lee, Ann", "World desk");
    }
}
