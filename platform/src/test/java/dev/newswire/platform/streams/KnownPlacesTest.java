package dev.newswire.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.streams.StreamsRunner.Place;
import dev.newswire.platform.streams.StreamsRunner.Placement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {
    private final AtomicLong now = new AtomicLong();
    private int partition;
    private final KnownPlaces places = new KnownPlaces((store, key) -> place(++partition), now::get);

    @Test
    void aPlaceIsFoundOnceInHalfASecond() {
        assertThat(places.of("feeds", "latest")).isEqualTo(place(1));
        now.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(places.of("feeds", "latest")).isEqualTo(place(1));
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(places.of("feeds", "latest")).isEqualTo(place(2));
    }

    @Test
    void theSameKeyOfAnotherStoreStandsElsewhere() {
        assertThat(places.of("feeds", "latest")).isEqualTo(place(1));
        assertThat(places.of("departures", "latest")).isEqualTo(place(2));
    }

    @Test
    void whatIsForgottenIsFoundAgain() {
        places.of("feeds", "latest");
        places.forget();
        assertThat(places.of("feeds", "latest")).isEqualTo(place(2));
    }

    private static Place place(int partition) {
        return new Place(partition, new Placement("a:1", List.of()));
    }
}
