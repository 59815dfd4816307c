package dev.newswire.cli.local;

import java.nio.file.Path;

/**
 * Where a local pipeline listens and keeps its data; all on loopback.
 *
 * @param data folder of everything that it writes
 * @param kafkaPort of the broker
 * @param registryPort of the schema registry
 * @param httpPort of page and feeds
 * @param ingestPort of the ingest API
 * @param enrichPort of the enrich service's health and metrics
 */
public record LocalOptions(Path data, int kafkaPort, int registryPort, int httpPort, int ingestPort, int enrichPort) {
    /** Partitions of every topic: enough to see work being shared, few enough to start quickly. */
    static final int PARTITIONS = 4;

    /** Where clients find the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Where clients find the registry. */
    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }
}
