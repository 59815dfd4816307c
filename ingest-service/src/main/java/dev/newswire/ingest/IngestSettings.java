package dev.newswire.ingest;

import dev.newswire.ingest.access.AccessSettings;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.folder.FolderSettings;
import dev.newswire.ingest.http.BodyLimits;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.kafka.inbox.InboxSettings;
import dev.newswire.ingest.poll.PollSettings;
import dev.newswire.ingest.source.JsonLimits;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the environment sets.
 *
 * @param instance name of this instance, the same after a restart and no other's
 * @param bodies how much requests may send
 * @param limits how much an article may hold
 * @param inbox whether and how the Kafka inbox is read
 * @param folder which folder is watched, if any
 * @param access who may send, and how fast
 * @param fates folder for the fates of articles
 */
record IngestSettings(
        String instance,
        BodyLimits bodies,
        Limits limits,
        InboxSettings inbox,
        FolderSettings folder,
        AccessSettings access,
        Path fates) {

    static final int DEFAULT_PORT = 8082;

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST = 1_000 * MEBIBYTE;

    /** What {@code --help} prints. */
    static final String USAGE =
            """
            Usage: java -jar ingest-service.jar

            Takes articles over HTTP and from the topic news.article.inbox.v1, and appends them to news.article.raw.v1.

              POST   /v1/articles        JSON, NDJSON, HTML, plain scraped page, RSS, Atom; plain, gzip or zstd
              GET    /v1/articles/{id}   tells what became of an article
              DELETE /v1/articles/{id}   retracts an article (?reason=publisher|legal|error)
              GET    /openapi.yaml       describes all of this
              GET    /v1/sources         the sources that are polled, and how they fare
              GET    /health/live, /health/ready, /metrics

            Settings (environment, or the YAML file that NEWSWIRE_CONFIG names):

              NEWSWIRE_HTTP_HOST                   127.0.0.1   address to listen on; any but loopback needs tokens
              NEWSWIRE_HTTP_PORT                   8082        port to listen on, 0 for any
              NEWSWIRE_HTTP_*                                  limits of connections: docs/configuration.md
              NEWSWIRE_STATE_DIR                   temporary   folder for the fates of articles, read again if lost
              NEWSWIRE_INGEST_INSTANCE             host-port   name of this instance, stable over restarts
              NEWSWIRE_INGEST_TOKENS_FILE                      who may send: lines that newswire token makes
              NEWSWIRE_INGEST_TOKENS               auto        off: everyone who reaches this address may send
              NEWSWIRE_INGEST_ARTICLES_PER_SECOND  0           of one token; 0 for any number
              NEWSWIRE_INGEST_ARTICLES_BURST       10000       that may come at once after a pause
              NEWSWIRE_INGEST_DOCUMENT_BYTES       10485760    largest document, decoded
              NEWSWIRE_INGEST_LINE_BYTES           10485760    longest line of NDJSON, decoded
              NEWSWIRE_INGEST_EXPANSION_RATIO      100         most decoded bytes for each coded one
              NEWSWIRE_INGEST_MEMORY_BYTES         heap / 4    for the bodies of all requests under way
              NEWSWIRE_INGEST_MEMORY_TIMEOUT       PT5S        how long a request waits for its share of that
              NEWSWIRE_INGEST_JSON_DEPTH           64          most arrays and objects within each other
              NEWSWIRE_INGEST_JSON_NAME_CHARACTERS    1000     longest name of a field
              NEWSWIRE_INGEST_JSON_NUMBER_CHARACTERS  100      longest number
              NEWSWIRE_INGEST_JSON_TEXT_CHARACTERS  10485760   longest text
              NEWSWIRE_INGEST_TITLE_CHARACTERS     1000        longest headline
              NEWSWIRE_INGEST_BODY_CHARACTERS      400000      longest text
              NEWSWIRE_INGEST_URL_CHARACTERS       2048        longest URL
              NEWSWIRE_INGEST_EXTERNAL_ID_CHARACTERS  512      longest identifier of a publisher
              NEWSWIRE_INGEST_AUTHORS              50          most authors
              NEWSWIRE_INGEST_AUTHOR_CHARACTERS    200         longest name of an author
              NEWSWIRE_INGEST_SECTION_CHARACTERS   200         longest name of a section
              NEWSWIRE_INGEST_RELATED              100         most declared references
            """ + InboxSettings.USAGE + FolderSettings.USAGE + PollSettings.USAGE + FetchSettings.USAGE + """
              KAFKA_BOOTSTRAP_SERVERS, KAFKA_SCHEMA_REGISTRY_URL and any other client property as KAFKA_*
            """;

    static IngestSettings of(Settings settings) {
        HttpSettings http = HttpSettings.of(settings, DEFAULT_PORT);
        String host = settings.text("HOSTNAME", "localhost");
        String instance = settings.text("NEWSWIRE_INGEST_INSTANCE", host + "-" + http.port());
        return new IngestSettings(
                instance,
                bodies(settings),
                limits(settings),
                InboxSettings.of(settings),
                FolderSettings.of(settings),
                AccessSettings.of(settings, http),
                fates(settings, instance));
    }

    private static BodyLimits bodies(Settings settings) {
        long heap = Runtime.getRuntime().maxMemory();
        return new BodyLimits(
                settings.integer("NEWSWIRE_INGEST_DOCUMENT_BYTES", 10 * MEBIBYTE, 1_024, LARGEST),
                settings.integer("NEWSWIRE_INGEST_LINE_BYTES", 10 * MEBIBYTE, 1_024, LARGEST),
                settings.number("NEWSWIRE_INGEST_MEMORY_BYTES", heap / 4, MEBIBYTE, Long.MAX_VALUE),
                settings.duration("NEWSWIRE_INGEST_MEMORY_TIMEOUT", Duration.ofSeconds(5)),
                settings.integer("NEWSWIRE_INGEST_EXPANSION_RATIO", 100, 2, 100_000),
                json(settings));
    }

    private static JsonLimits json(Settings settings) {
        JsonLimits standard = JsonLimits.STANDARD;
        return new JsonLimits(
                settings.integer("NEWSWIRE_INGEST_JSON_DEPTH", standard.depth(), 1, 1_000),
                settings.integer("NEWSWIRE_INGEST_JSON_NAME_CHARACTERS", standard.nameCharacters(), 1, 50_000),
                settings.integer("NEWSWIRE_INGEST_JSON_NUMBER_CHARACTERS", standard.numberCharacters(), 1, 10_000),
                settings.integer("NEWSWIRE_INGEST_JSON_TEXT_CHARACTERS", standard.textCharacters(), 1, LARGEST));
    }

    /** Instances on one machine may share the folder of state. */
    private static Path fates(Settings settings, String instance) {
        String temporary = System.getProperty("java.io.tmpdir") + "/newswire-state";
        String folder = "ingest-fates-" + instance.replaceAll("[^A-Za-z0-9.-]", "_");
        return Path.of(settings.text("NEWSWIRE_STATE_DIR", temporary)).resolve(folder);
    }

    private static Limits limits(Settings settings) {
        Limits standard = Limits.STANDARD;
        return new Limits(
                settings.integer("NEWSWIRE_INGEST_TITLE_CHARACTERS", standard.titleCharacters(), 1, 1_000),
                settings.integer("NEWSWIRE_INGEST_BODY_CHARACTERS", standard.bodyCharacters(), 1, 10 * MEBIBYTE),
                settings.integer("NEWSWIRE_INGEST_EXTERNAL_ID_CHARACTERS", standard.externalIdCharacters(), 1, 512),
                settings.integer("NEWSWIRE_INGEST_URL_CHARACTERS", standard.urlCharacters(), 1, 2_048),
                settings.integer("NEWSWIRE_INGEST_AUTHORS", standard.authors(), 0, 50),
                settings.integer("NEWSWIRE_INGEST_AUTHOR_CHARACTERS", standard.authorCharacters(), 1, 1_000),
                settings.integer("NEWSWIRE_INGEST_SECTION_CHARACTERS", standard.sectionCharacters(), 1, 200),
                settings.integer("NEWSWIRE_INGEST_RELATED", standard.related(), 0, 100));
    }
}
