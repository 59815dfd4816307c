package dev.newswire.publish.operate;

import java.util.List;

/**
 * What the brokers and the services tell at a moment.
 *
 * @param groups consumer groups of the services
 * @param deadLetters topics of dead letters
 * @param services health of each service that is asked
 */
public record PipelineStatus(List<Group> groups, List<DeadLetters> deadLetters, List<ServiceHealth> services) {
    /**
     * A consumer group.
     *
     * @param state as the brokers name it: Stable, Empty, PreparingRebalance ...; Dead for one that is not there
     * @param members consumers in it
     * @param lag records that are not read yet
     */
    public record Group(String name, String state, int members, long lag) {}

    /**
     * A topic of dead letters.
     *
     * @param records that it holds
     */
    public record DeadLetters(String topic, long records) {}

    /**
     * A service that was asked whether it is ready.
     *
     * @param detail what it answered, or why it did not
     */
    public record ServiceHealth(String address, boolean ready, String detail) {}
}
