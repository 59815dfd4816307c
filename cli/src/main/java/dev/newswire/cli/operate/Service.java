package dev.newswire.cli.operate;

import dev.newswire.enrich.EnrichTopology;
import dev.newswire.ingest.kafka.inbox.Inbox;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishTopology;
import java.util.List;
import java.util.Locale;

/**
 * A service as operators see it.
 *
 * @param name of the service
 * @param group consumer group
 * @param topics that the group reads, besides internal ones
 * @param defaultUrl where it is unless told otherwise
 */
public record Service(String name, String group, List<String> topics, String defaultUrl) {
    /** All three. */
    public static final List<Service> ALL = List.of(
            of("ingest", Inbox.GROUP, "http://127.0.0.1:8082", Topics.INBOX),
            of(
                    "enrich",
                    EnrichTopology.APPLICATION_ID,
                    "http://127.0.0.1:8083",
                    Topics.RAW,
                    Topics.BACKFILL,
                    Topics.REENRICH,
                    Topics.ENTITY_DEFINITION),
            of("publish", PublishTopology.APPLICATION_ID, "http://127.0.0.1:8080", Topics.ENRICHED, Topics.RELATED));

    /** Where it is: {@code NEWSWIRE_INGEST_URL} and the like. */
    public String url(Settings settings) {
        return settings.text("NEWSWIRE_" + name.toUpperCase(Locale.ROOT) + "_URL", defaultUrl)
                .replaceAll("/+$", "");
    }

    private static Service of(String name, String group, String url, Topic<?>... topics) {
        return new Service(
                name, group, List.of(topics).stream().map(Topic::name).toList(), url);
    }
}
