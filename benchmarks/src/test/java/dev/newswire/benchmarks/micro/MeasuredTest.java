package dev.newswire.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredTest {
    @Test
    void aPathIsNamedByGroupAndMethod() {
        assertThat(Measured.path(NamesBenchmark.class.getName() + ".recogniseAndLink"))
                .isEqualTo("names.recogniseAndLink");
    }

    @Test
    void everyHotPathDoesItsWork() {
        Paths.hot().values().forEach(path -> path.get().run());

        assertThat(Paths.last()).asString().contains("\"items\"");
        assertThat(new LinksBenchmark().searchFullRing()).isNotEmpty();
        assertThat(new NamesBenchmark().recogniseAndLink()).isNotEmpty();
        assertThat(new FeedsBenchmark().planEntries().changes()).isNotEmpty();
    }
}
