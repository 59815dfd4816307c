package dev.newswire.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class RegistryFaultsIT {
    private final Stack stack;

    RegistryFaultsIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void wholeAgain() {
        if (!stack.registry().isAlive()) {
            stack.registry().begin();
            stack.registry().awaitReady();
        }
    }

    @Test
    void aRegistryThatIsAwayStopsNobodyWhoWorksAndIsWaitedForByWhoStarts() {
        Node registry = stack.registry();
        Node starting = stack.services().node("enrich-2");
        try (Episode episode = Episode.begin(stack, "registry killed; one instance starts meanwhile", "registry")) {
            starting.kill();
            episode.broken();
            registry.kill();
            starting.begin();
            episode.awaitFlow();
            assertThat(starting.isAlive()).as("it waits instead of ending").isTrue();
            assertThat(starting.isReady())
                    .as("it takes no part in the work that it could not do")
                    .isFalse();
            registry.begin();
            registry.awaitReady();
            starting.awaitReady();
            episode.whole();
            episode.end();
        }
    }
}
