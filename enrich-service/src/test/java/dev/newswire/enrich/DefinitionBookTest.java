package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.EntityDefinition;
import org.junit.jupiter.api.Test;

class DefinitionBookTest {
    private final DefinitionBook book = new DefinitionBook(2);

    @Test
    void theLastWordOnAnEntityHolds() {
        assertThat(put("nw:a", "One")).isTrue();
        assertThat(put("nw:a", "One")).isFalse();
        assertThat(put("nw:a", "Two")).isTrue();
        assertThat(book.all()).extracting("name").containsExactly("Two");
    }

    @Test
    void aTombstoneTakesItBack() {
        assertThat(book.put("nw:a", null)).isFalse();
        put("nw:a", "One");
        assertThat(book.put("nw:a", null)).isTrue();
        assertThat(book.all()).isEmpty();
    }

    @Test
    void ofTooManyThoseWithTheSmallestIdsHold() {
        put("nw:c", "Three");
        put("nw:a", "One");
        put("nw:b", "Two");
        assertThat(book.all()).extracting("name").containsExactly("One", "Two");
    }

    private boolean put(String id, String name) {
        EntityDefinition definition =
                Definitions.quendry().setEntityId(id).setName(name).build();
        return book.put(id, definition);
    }
}
