package dev.newswire.integration.faults;

import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("thorough")
@ExtendWith(StackExtension.class)
class SlowNetworkIT {
    private static final int DELAY_MS = 60;
    private static final int BYTES_PER_SECOND = 200_000;
    private final Stack stack;

    SlowNetworkIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void fastAgain() {
        stack.brokers().slow(0, 0);
    }

    @Test
    void aSlowNetworkThatBreaksItsConnectionsIsOnlySlow() {
        try (Episode episode = Episode.begin(stack, "slow network, all connections broken once", "slow-network")) {
            episode.broken();
            stack.brokers().slow(DELAY_MS, BYTES_PER_SECOND);
            episode.awaitFlow();
            stack.brokers().cut();
            episode.awaitFlow();
            episode.whole();
            stack.brokers().slow(0, 0);
            episode.end();
        }
    }
}
