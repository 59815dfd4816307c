package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemMemoryTest {

    @Test
    void anItemIsKnownByWhatItSays() {
        ItemMemory memory = new ItemMemory(List.of(), 10);
        memory.remember("a", "1");

        assertThat(memory.isKnown("a", "1")).isTrue();
        assertThat(memory.isKnown("a", "2")).isFalse();
        assertThat(memory.isKnown("b", "1")).isFalse();
    }

    @Test
    void itemsThatAreStillMetOutliveOthers() {
        ItemMemory memory = new ItemMemory(List.of(), 3);
        for (String item : List.of("a", "b", "c")) {
            memory.remember(item, "1");
        }
        memory.isKnown("a", "1");
        memory.remember("d", "1");

        assertThat(memory.isKnown("a", "1")).isTrue();
        assertThat(memory.isKnown("b", "1")).isFalse();
        assertThat(memory.items()).hasSize(3);
    }

    @Test
    void itGoesOnFromWhatWasWritten() {
        ItemMemory first = new ItemMemory(List.of(), 10);
        first.remember("a", "1");

        assertThat(new ItemMemory(first.items(), 10).isKnown("a", "1")).isTrue();
    }
}
