package dev.newswire.enrich;

import dev.newswire.platform.runtime.ServiceMain;

/** Runs the enrich service until a signal ends it. */
public final class EnrichMain {
    private static final String USAGE = """
            Usage: java -jar enrich-service.jar

            Finds the entities of articles and links articles that belong together.
            Everything is set by the environment, or in the YAML file that NEWSWIRE_CONFIG names:

              KAFKA_BOOTSTRAP_SERVERS     brokers (127.0.0.1:9092)
              KAFKA_SCHEMA_REGISTRY_URL   schema registry (http://127.0.0.1:8081/apis/ccompat/v7)
              KAFKA_*                     any other client property: KAFKA_SASL_MECHANISM is sasl.mechanism
              NEWSWIRE_HTTP_HOST          address to listen on (127.0.0.1)
              NEWSWIRE_HTTP_PORT          port to listen on (8083)
              NEWSWIRE_STATE_DIR          folder for local state
              NEWSWIRE_STREAM_THREADS     stream threads (2)
              NEWSWIRE_STANDBY_REPLICAS   copies of the state on other instances (1)
              NEWSWIRE_PARTITIONS         partitions of the internal topics (12)
              NEWSWIRE_RELATED_WINDOW     articles further apart are not compared (P7D)
              NEWSWIRE_POSTINGS_PER_KEY   newest articles that stand under one key (256)
              NEWSWIRE_POSTINGS_AT_HAND   postings kept in memory, some 2 KB each (100000)
              NEWSWIRE_LINKS_PER_KEY      links that a new article makes under one key (20)
              NEWSWIRE_LINKS_PER_ARTICLE  computed links that an article shows (20)
              NEWSWIRE_RELATED_INTERVAL   changes of links wait so long to be written together (PT0.2S)
              NEWSWIRE_RELATED_PAUSE      least time between two writings of an article's links (PT10S)
              NEWSWIRE_ENTITY_DEFINITIONS most definitions of entities that count (100000)

            GET /health/live, /health/ready, /metrics
            """;

    private EnrichMain() {}

    /** @param arguments none, or {@code --help} */
    public static void main(String[] arguments) {
        ServiceMain.run(arguments, USAGE, EnrichService::start);
    }
}
