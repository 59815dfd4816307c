package dev.newswire.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.integration.stack.Brokers;
import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("thorough")
@ExtendWith(StackExtension.class)
class BrokerFaultsIT {
    private final Stack stack;

    BrokerFaultsIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void wholeAgain() {
        stack.brokers().awaitWhole(stack.kafka());
    }

    @Test
    void oneBrokerOfThreeThatIsKilledCostsAPauseAndNothingElse() {
        Node broker = stack.brokers().node(1);
        try (Episode episode = Episode.begin(stack, "kill -9 of one broker of three", "broker-killed")) {
            episode.broken();
            broker.kill();
            awaitMembers(Brokers.COUNT - 1);
            episode.awaitFlow();
            broker.begin();
            stack.brokers().awaitWhole(stack.kafka());
            episode.whole();
            episode.end();
        }
    }

    @Test
    void aBrokerThatStandsStillIsPassedByAndComesBack() {
        Node broker = stack.brokers().node(2);
        try (Episode episode = Episode.begin(stack, "one broker of three paused", "broker-paused")) {
            episode.broken();
            broker.pause();
            awaitMembers(Brokers.COUNT - 1);
            episode.awaitFlow();
            broker.resume();
            stack.brokers().awaitWhole(stack.kafka());
            episode.whole();
            episode.end();
        }
    }

    @Test
    void aBrokerOffTheNetworkIsPassedByAndComesBack() {
        Node broker = stack.brokers().node(1);
        try (Episode episode = Episode.begin(stack, "one broker of three off the network", "broker-disconnected")) {
            episode.broken();
            broker.disconnect();
            awaitMembers(Brokers.COUNT - 1);
            episode.awaitFlow();
            broker.reconnect();
            stack.brokers().awaitWhole(stack.kafka());
            episode.whole();
            episode.end();
        }
    }

    @Test
    void aBrokerWhoseDiskIsFullStopsAndComesBackOnceThereIsRoom() throws Exception {
        Node broker = stack.brokers().node(3);
        try (Episode episode = Episode.begin(stack, "disk of one broker of three full", "disk-full")) {
            episode.broken();
            stack.disk().fill();
            broker.awaitGone();
            assertThat(broker.exitCode())
                    .as("a broker that cannot write says so")
                    .isNotZero();
            episode.awaitFlow();
            stack.disk().empty();
            broker.begin();
            stack.brokers().awaitWhole(stack.kafka());
            episode.whole();
            episode.end();
        }
    }

    private void awaitMembers(int count) {
        await(count + " brokers are members")
                .atMost(Node.PATIENCE)
                .ignoreExceptions()
                .until(() -> members() == count);
    }

    private int members() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(stack.kafka())) {
            return admin.describeCluster().nodes().get().size();
        }
    }
}
