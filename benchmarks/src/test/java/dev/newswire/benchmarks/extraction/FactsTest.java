package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void titlesAreComparedByTheirWords() {
        assertThat(Facts.sameTitle("“Pier” to be\u00A0rebuilt", "\"Pier\" to be Rebuilt"))
                .isTrue();
        assertThat(Facts.sameTitle("Pier to be rebuilt | The Harbour", "Pier to be rebuilt"))
                .isFalse();
    }

    @Test
    void authorsAreASetOfNamesWithoutDegrees() {
        assertThat(Facts.sameAuthors(List.of("Bo Chan", "Ann Lee"), "By Ann Lee and Bo Chan"))
                .isTrue();
        assertThat(Facts.sameAuthors(List.of("Ann Lee"), "Ann Lee, MD, Ph.D.")).isTrue();
        assertThat(Facts.sameAuthors(List.of("Ann Lee"), "Ann Lee, Bo Chan")).isFalse();
    }

    @Test
    void dayIsComparedAsFarAsTheGoldGoes() {
        assertThat(Facts.sameDay("2025-03-03", "2025-03-03")).isTrue();
        assertThat(Facts.sameDay("2025-03-03", "2025-03")).isTrue();
        assertThat(Facts.sameDay("2025-03-03", "2025-03-04")).isFalse();
        assertThat(Facts.sameDay(null, "2025-03-04")).isFalse();
    }
}
