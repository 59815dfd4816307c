package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DepartureKeeperTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final DepartureKeeper keeper = new DepartureKeeper(DAY);

    @Test
    void theNewestStandsFirstAndEachOnce() {
        FeedDepartures left = keeper.left(null, "Latest", id(1), NOON);
        left = keeper.left(left, "Latest", id(2), NOON.plusSeconds(1));
        left = keeper.left(left, "Latest", id(1), NOON.plusSeconds(2));
        assertThat(left.getNewest()).extracting(Departure::getArticleId).containsExactly(id(1), id(2));
    }

    @Test
    void whoComesBackHasNotLeft() {
        FeedDepartures left = keeper.left(keeper.left(null, "Latest", id(1), NOON), "Latest", id(2), NOON);
        FeedDepartures one = keeper.came(left, id(2));
        assertThat(one).isNotNull();
        assertThat(one.getNewest()).extracting(Departure::getArticleId).containsExactly(id(1));
        assertThat(keeper.came(one, id(1))).isNull();
    }

    @Test
    void theyAreForgottenInTime() {
        FeedDepartures left =
                keeper.left(keeper.left(null, "Latest", id(1), NOON), "Latest", id(2), NOON.plusSeconds(1));
        assertThat(keeper.at(left, NOON.plus(DAY))).isEqualTo(left);
        FeedDepartures later = keeper.at(left, NOON.plus(DAY).plusMillis(1));
        assertThat(later).isNotNull();
        assertThat(later.getNewest()).hasSize(1);
        assertThat(keeper.at(left, NOON.plus(DAY).plusSeconds(2))).isNull();
    }

    @Test
    void theyAreBounded() {
        FeedDepartures left = keeper.left(null, "Latest", id(0), NOON);
        for (int i = 1; i < 500; i++) {
            left = keeper.left(left, "Latest", id(i), NOON.plusSeconds(i));
        }
        assertThat(left.getNewest()).hasSize(DepartureKeeper.MOST);
        assertThat(left.getNewest().get(0).getArticleId()).isEqualTo(id(499));
    }
}
