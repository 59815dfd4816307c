package dev.newswire.ingest;

import dev.newswire.ingest.folder.FolderSettings;
import dev.newswire.ingest.http.BodyLimits;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.kafka.inbox.InboxSettings;
import dev.newswire.platform.config.Settings;

/**
 * What the environment sets.
 *
 * @param instance name of this instance, the same after a restart and no other's
 * @param bodies how much requests may send
 * @param limits how much an article may hold
 * @param inbox whether and how the Kafka inbox is read
 * @param folder which folder is watched, if any
 */
record IngestSettings(String instance, BodyLimits bodies, Limits limits, InboxSettings inbox, FolderSettings folder) {

    static final int DEFAULT_PORT = 8082;

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST = 1_000 * MEBIBYTE;

    /** What {@code --help} prints. */
    static final String USAGE = """
            Newswire ingest: takes articles over HTTP and from the topic news.article.inbox.v1, and appends them to
            news.article.raw.v1.

              POST   /v1/articles        JSON, NDJSON, HTML, plain scraped page, RSS, Atom
              DELETE /v1/articles/{id}   retracts an article (?reason=publisher|legal|error)
              GET    /health/live, /health/ready, /metrics

            Settings (environment, or the YAML file that NEWSWIRE_CONFIG names):

              NEWSWIRE_HTTP_HOST                   127.0.0.1   address to listen on
              NEWSWIRE_HTTP_PORT                   8082        port to listen on, 0 for any
              NEWSWIRE_INGEST_INSTANCE             host-port   name of this instance, stable over restarts
              NEWSWIRE_INGEST_DOCUMENT_BYTES       10485760    largest document
              NEWSWIRE_INGEST_LINE_BYTES           10485760    longest line of NDJSON
              NEWSWIRE_INGEST_MEMORY_BYTES         heap / 4    for the bodies of all requests under way
              NEWSWIRE_INGEST_TITLE_CHARACTERS     1000        longest headline
              NEWSWIRE_INGEST_BODY_CHARACTERS      400000      longest text
              NEWSWIRE_INGEST_URL_CHARACTERS       2048        longest URL
              NEWSWIRE_INGEST_EXTERNAL_ID_CHARACTERS  512      longest identifier of a publisher
              NEWSWIRE_INGEST_AUTHORS              50          most authors
              NEWSWIRE_INGEST_AUTHOR_CHARACTERS    200         longest name of an author
              NEWSWIRE_INGEST_RELATED              100         most declared references
            """ + InboxSettings.USAGE + """
              KAFKA_BOOTSTRAP_SERVERS, KAFKA_SCHEMA_REGISTRY_URL and any other client property as KAFKA_*
            """;

    static IngestSettings of(Settings settings) {
        int port = settings.integer("NEWSWIRE_HTTP_PORT", DEFAULT_PORT, 0, 65_535);
        String host = settings.text("HOSTNAME", "localhost");
        return new IngestSettings(
                settings.text("NEWSWIRE_INGEST_INSTANCE", host + "-" + port),
                bodies(settings),
                limits(settings),
                InboxSettings.of(settings),
                FolderSettings.of(settings));
    }

    private static BodyLimits bodies(Settings settings) {
        long heap = Runtime.getRuntime().maxMemory();
        return new BodyLimits(
                settings.integer("NEWSWIRE_INGEST_DOCUMENT_BYTES", 10 * MEBIBYTE, 1_024, LARGEST),
                settings.integer("NEWSWIRE_INGEST_LINE_BYTES", 10 * MEBIBYTE, 1_024, LARGEST),
                settings.number("NEWSWIRE_INGEST_MEMORY_BYTES", heap / 4, MEBIBYTE, Long.MAX_VALUE));
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
                settings.integer("NEWSWIRE_INGEST_RELATED", standard.related(), 0, 100));
    }
}
