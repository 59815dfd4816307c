package dev.newswire.publish;

import dev.newswire.platform.runtime.ServiceMain;

/** Runs the publish service until a signal ends it. */
public final class PublishMain {
    static final String USAGE = """
            Usage: java -jar publish-service.jar

            Builds feeds from enriched articles and serves them as JSON Feed, Atom and pages.
            Everything is set by the environment, or in the YAML file that NEWSWIRE_CONFIG names:

              KAFKA_BOOTSTRAP_SERVERS        brokers (127.0.0.1:9092)
              KAFKA_SCHEMA_REGISTRY_URL      schema registry (http://127.0.0.1:8081/apis/ccompat/v7)
              KAFKA_*                        any other client property: KAFKA_SASL_MECHANISM is sasl.mechanism
              NEWSWIRE_HTTP_HOST             address to listen on (127.0.0.1)
              NEWSWIRE_HTTP_PORT             port to listen on (8080)
              NEWSWIRE_PUBLIC_URL            where readers find the site (where it listens)
              NEWSWIRE_STATE_DIR             folder for local state
              NEWSWIRE_STREAM_THREADS        stream threads (2)
              NEWSWIRE_STANDBY_REPLICAS      copies of the state on other instances (1)
              NEWSWIRE_PARTITIONS            partitions of the feed topics (12)
              NEWSWIRE_FEED_LIMIT            most entries of a feed; the oldest leave (500)
              NEWSWIRE_ENTITY_FEED_SALIENCE  least weight, 0 to 1, of an entity whose feed takes an article (0.15)
              NEWSWIRE_SEARCH_ARTICLES       newest articles that search knows (20000)
              NEWSWIRE_OPERATOR_TOKEN        opens /operator; without it that is shown on this machine alone
              NEWSWIRE_OPERATOR_SERVICES     addresses of services whose health /operator shows, with commas between
              NEWSWIRE_COLLAPSED_FEEDS       built-in feeds that show copies under their original: none, or some of
                                             latest, source, entity, story (latest)
              NEWSWIRE_LINKED_FEEDS          built-in feeds whose entries tell the links of articles (latest,story)
              NEWSWIRE_FEED_DEFINITIONS      most definitions of feeds (20000)
              NEWSWIRE_PUBLISH_TOKEN         token of those who may define feeds over HTTP (none: this machine alone)
              NEWSWIRE_SNAPSHOT_ENTRIES      most entries of a snapshot (50)
              NEWSWIRE_SNAPSHOT_INTERVAL     least time between two snapshots of a feed (PT1S)
              NEWSWIRE_DELETED_ENTRY_RETENTION  how long feeds tell of entries that left (P30D)
              NEWSWIRE_EVENTS_CLIENTS        most streams of events at once (500)
              NEWSWIRE_EVENTS_BACKLOG_BYTES  memory for the newest events (33554432)
              NEWSWIRE_EVENTS_CLIENT_BYTES   events that may wait for one client (262144)
              NEWSWIRE_EVENTS_HEARTBEAT      after so much silence a stream shows that it is alive (PT15S)
              NEWSWIRE_WEBSUB_HUBS           addresses of WebSub hubs, with commas (none)
              NEWSWIRE_WEBSUB_FEEDS          feeds whose changes hubs are told (latest)
              NEWSWIRE_WEBSUB_INTERVAL       least time between two notices of one feed (PT5S)
              NEWSWIRE_INSTANCE_ADDRESS      host:port where other instances reach this one (where it listens)
              NEWSWIRE_INSTANCE_TIMEOUT      how long another instance may take to answer (PT1S)

            GET /                     the latest stories
            GET /feeds                the list of feeds; ?q= words, ?family= latest, source, entity or story
            GET /feeds/<id>           a feed as a page; .json, .atom, .rss, .ninjs and .events for programs
            GET /articles/<id>        an article as a page, /v1/articles/<id> for programs
            GET /search?q=            articles, people, places and sources with these words
            GET /operator             rates, lag, dead letters and health
            GET /v1/feeds             the definitions of feeds; GET, PUT, DELETE /v1/feeds/<id> one of them
            GET /health/live, /health/ready, /metrics
            """;

    private PublishMain() {}

    /** @param arguments none, or {@code --help} */
    public static void main(String[] arguments) {
        ServiceMain.run(arguments, USAGE, PublishService::start);
    }
}
