package dev.newswire.integration.containers;

import org.testcontainers.kafka.KafkaContainer;

/** One broker that is its own controller and makes no topic by itself. */
final class Broker {
    private Broker() {}

    static KafkaContainer container() {
        return new KafkaContainer("apache/kafka:4.3.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_HEAP_OPTS", "-Xms128m -Xmx512m");
    }
}
