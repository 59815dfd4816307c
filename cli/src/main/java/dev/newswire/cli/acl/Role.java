package dev.newswire.cli.acl;

import dev.newswire.enrich.EnrichTopology;
import dev.newswire.ingest.kafka.KafkaSourceStates;
import dev.newswire.ingest.kafka.inbox.Inbox;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who uses the cluster, and what for: the least that each can do its work with. */
public enum Role {
    /** The ingest service. */
    INGEST(new Rights()
            .reads(Topics.INBOX, Topics.FATE, Topics.SOURCE_STATE)
            .writes(Topics.RAW, Topics.FATE, Topics.SOURCE_STATE, Topics.INGEST_DLQ)
            .groups(PatternType.LITERAL, Inbox.GROUP)
            .groups(PatternType.LITERAL, KafkaSourceStates.GROUP)
            .transactions("news-ingest-")),
    /** The enrich service. */
    ENRICH(new Rights()
            .reads(Topics.RAW, Topics.BACKFILL, Topics.REENRICH, Topics.ENTITY_DEFINITION)
            .writes(Topics.ENRICHED, Topics.RELATED, Topics.FATE, Topics.ENRICH_DLQ)
            .application(EnrichTopology.APPLICATION_ID)),
    /** The publish service. */
    PUBLISH(new Rights()
            .reads(Topics.ENRICHED, Topics.RELATED, Topics.FEED_ENTRY, Topics.FEED_DEFINITION)
            // What the operator's view counts.
            .reads(Topics.FATE, Topics.INGEST_DLQ, Topics.ENRICH_DLQ, Topics.PUBLISH_DLQ)
            .writes(Topics.FEED_ENTRY, Topics.FEED_SNAPSHOT, Topics.FEED_DEFINITION, Topics.FATE, Topics.PUBLISH_DLQ)
            .application(PublishTopology.APPLICATION_ID)),
    /** The command line. */
    OPERATOR(new Rights().everythingOfOurs()),
    /** A scraper that writes to the inbox. */
    SCRAPER(new Rights().writes(Topics.INBOX)),
    /** A program that reads what comes out; its consumer groups begin with {@code reader-}. */
    READER(new Rights()
            .reads(Topics.ENRICHED, Topics.RELATED, Topics.FEED_ENTRY, Topics.FEED_SNAPSHOT)
            .groups(PatternType.PREFIXED, "reader-"));

    private final List<Right> rights;

    Role(Rights rights) {
        this.rights = List.copyOf(rights.list);
    }

    /** What it may do. */
    public List<Right> rights() {
        return rights;
    }

    /** The principal that stands for it unless told otherwise: {@code User:news-enrich}. */
    public String principal(String prefix) {
        return "User:" + prefix + name().toLowerCase(Locale.ROOT);
    }

    /**
     * One thing that may be done.
     *
     * @param pattern to what
     * @param operation what
     */
    public record Right(ResourcePattern pattern, AclOperation operation) {}

    private static final class Rights {
        private static final String CLUSTER = "kafka-cluster";
        private final List<Right> list = new ArrayList<>();

        Rights reads(Topic<?>... topics) {
            for (Topic<?> topic : topics) {
                add(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.READ);
            }
            return this;
        }

        Rights writes(Topic<?>... topics) {
            for (Topic<?> topic : topics) {
                add(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.WRITE);
            }
            return this;
        }

        Rights groups(PatternType type, String name) {
            return add(ResourceType.GROUP, name, type, AclOperation.READ);
        }

        Rights transactions(String prefix) {
            return add(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, AclOperation.WRITE);
        }

        /** A Kafka Streams application: its group, transactions, repartitions (whose read records it deletes), changelogs. */
        Rights application(String id) {
            String prefix = id + "-";
            groups(PatternType.LITERAL, id).transactions(prefix);
            return add(
                    ResourceType.TOPIC,
                    prefix,
                    PatternType.PREFIXED,
                    AclOperation.READ,
                    AclOperation.WRITE,
                    AclOperation.CREATE,
                    AclOperation.DELETE);
        }

        Rights everythingOfOurs() {
            for (String prefix : List.of("news.", "news-")) {
                add(
                        ResourceType.TOPIC,
                        prefix,
                        PatternType.PREFIXED,
                        AclOperation.READ,
                        AclOperation.WRITE,
                        AclOperation.CREATE,
                        AclOperation.DELETE,
                        AclOperation.ALTER,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS);
            }
            add(ResourceType.GROUP, "news-", PatternType.PREFIXED, AclOperation.READ, AclOperation.DELETE);
            transactions("newswire-").transactions("news-ingest-quarantine-backfill-");
            return add(ResourceType.CLUSTER, CLUSTER, PatternType.LITERAL, AclOperation.DESCRIBE, AclOperation.ALTER);
        }

        private Rights add(ResourceType type, String name, PatternType pattern, AclOperation... operations) {
            for (AclOperation operation : operations) {
                list.add(new Right(new ResourcePattern(type, name, pattern), operation));
            }
            return this;
        }
    }
}
