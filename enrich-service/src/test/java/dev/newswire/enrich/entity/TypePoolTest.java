package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionField;
import org.junit.jupiter.api.Test;

class TypePoolTest {
    private final Field field =
            new Field(MentionField.BODY, "Tarnfield spoke. Tarnfield burned. Elm ran.", new Lexicon());
    private final TypePool pool = new TypePool();

    @Test
    void aNameIsWhatAllItsPlacesTogetherSay() {
        pool.add(field, 0, 1, new float[] {0.5f, 0, 0.4f, 0});
        pool.add(field, 2, 3, new float[] {0.1f, 0, 0.8f, 0});
        assertThat(pool.type(field, 0, 1)).isEqualTo(EntityType.LOCATION);
        assertThat(pool.type(field, 2, 3)).isEqualTo(EntityType.LOCATION);
        assertThat(pool.share(field, 0, 1)).isCloseTo(1.2f / 1.8f, within(1e-5f));
    }

    @Test
    void aNameThatMayBeAnythingIsOfNoTypeInParticular() {
        pool.add(field, 0, 1, new float[] {0.3f, 0.3f, 0.25f, 0.1f});
        assertThat(pool.type(field, 0, 1)).isEqualTo(EntityType.MISC);
    }

    @Test
    void otherNamesDoNotMatter() {
        pool.add(field, 0, 1, new float[] {0.9f, 0, 0, 0});
        pool.add(field, 4, 5, new float[] {0, 0, 0.9f, 0});
        assertThat(pool.type(field, 2, 3)).isEqualTo(EntityType.PERSON);
        assertThat(pool.type(field, 4, 5)).isEqualTo(EntityType.LOCATION);
    }
}
