package dev.newswire.integration.faults;

import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StackExtension.class)
class ServiceFaultsIT {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private final Stack stack;

    ServiceFaultsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aServiceThatIsKilledUnderLoadComesBackAndNothingIsLostOrDoubled() {
        killUnderLoad("enrich-1");
    }

    @ParameterizedTest
    @Tag("thorough")
    @ValueSource(strings = {"ingest", "publish"})
    void ingestAndPublishKilledUnderLoadComeBackLikewise(String name) {
        killUnderLoad(name);
    }

    @Test
    @Tag("thorough")
    void aKilledInstanceThatStaysAwayIsReplacedByItsStandby() {
        Node service = stack.services().node("enrich-1");
        try (Episode episode = Episode.begin(stack, "kill -9 of enrich-1, which stays away", "standby")) {
            episode.broken();
            service.kill();
            episode.awaitFlow();
            episode.whole();
            service.begin();
            service.awaitReady();
            episode.end();
        }
    }

    @Test
    @Tag("thorough")
    void aRollingRestartOfAllServicesLosesAndDoublesNothing() {
        try (Episode episode = Episode.begin(stack, "rolling restart of all services", "rolling")) {
            episode.broken();
            for (Node service : stack.services().all()) {
                service.shutDown(GRACE);
                service.begin();
                service.awaitReady();
            }
            episode.whole();
            episode.end();
        }
    }

    private void killUnderLoad(String name) {
        Node service = stack.services().node(name);
        try (Episode episode = Episode.begin(stack, "kill -9 of " + name, "killed-" + name)) {
            episode.broken();
            service.kill();
            service.begin();
            service.awaitReady();
            episode.whole();
            episode.end();
        }
    }
}
