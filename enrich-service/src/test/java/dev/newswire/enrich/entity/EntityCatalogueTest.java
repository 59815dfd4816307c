package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class EntityCatalogueTest {
    private final EntityCatalogue catalogue = EntityCatalogue.load();

    @Test
    void itHasTheEntitiesThatTheMatcherHas() {
        assertThat(catalogue.all()).hasSize(SharedExtractor.EXTRACTOR.size()).allSatisfy(entity -> {
            assertThat(entity.name()).isNotBlank();
            assertThat(entity.forms().get(0)).isEqualTo(new NameForm(entity.name(), NameForm.Use.ALONE));
        });
    }

    @Test
    void bothTablesGiveNames() {
        ShippedEntity trump = Objects.requireNonNull(catalogue.get("Q22686"));
        assertThat(trump.forms())
                .contains(new NameForm("Donald Trump", NameForm.Use.ALONE), new NameForm("Trump", NameForm.Use.ALONE));
        ShippedEntity japan = Objects.requireNonNull(catalogue.get("Q17"));
        assertThat(japan.forms()).contains(new NameForm("Japanese", NameForm.Use.PEOPLE));
        assertThat(catalogue.get("nw:no-such-entity")).isNull();
    }
}
