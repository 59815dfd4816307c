package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ScrapedArticle;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a record: Avro in the Confluent wire format where it begins with a zero byte, which no JSON text
 * does, else one article in JSON. For one thread.
 */
final class InboxDecoder {

    private static final int ID_AT = 1;
    private static final int DATA_AT = 5;

    private final Deserializer<?> avro;
    private final Readers readers = new Readers();
    private final int mostBytes;

    /**
     * @param avro reads the wire format, whatever compatible schema it was written with
     * @param mostBytes longest value that is read
     */
    InboxDecoder(Deserializer<?> avro, int mostBytes) {
        this.avro = avro;
        this.mostBytes = mostBytes;
    }

    /**
     * What the value holds; whatever that is, this returns.
     *
     * @throws RegistryTrouble if only the registry can tell, and it cannot be asked just now
     */
    Reading read(byte @Nullable [] value, Instant receivedAt) throws RegistryTrouble {
        if (value == null || value.length == 0) {
            return refused(
                    Rule.EMPTY,
                    value == null
                            ? "the record has no value; withdraw an article by a record of kind RETRACT"
                            : "the value is empty",
                    new byte[0]);
        }
        if (value.length > mostBytes) {
            return refused(
                    Rule.LIMIT, "the value has " + value.length + " bytes, at most " + mostBytes + " are taken", value);
        }
        if (value[0] == 0) {
            return readAvro(value);
        }
        Origin origin = new Origin(null, null, receivedAt, null);
        return readers.readLine(new Document(value, origin), 1, 0);
    }

    private Reading readAvro(byte[] value) throws RegistryTrouble {
        if (value.length < DATA_AT) {
            return refused(Rule.SYNTAX, "the value is too short for Avro in the Confluent wire format", value);
        }
        try {
            return found(avro.deserialize(Topics.INBOX.name(), value), value);
        } catch (RuntimeException | StackOverflowError failure) {
            RegistryTrouble.throwIfCauseOf(failure);
            Rule rule = RegistryTrouble.isUnknownSchema(failure) ? Rule.VALUE : Rule.SYNTAX;
            return refused(rule, reason(rule, failure, value), value);
        }
    }

    private static Reading found(@Nullable Object decoded, byte[] value) {
        if (decoded instanceof ScrapedArticle article) {
            return new Reading.Found(article, Place.WHOLE, all(value), List.of(), List.of());
        }
        String type = decoded == null ? "nothing" : decoded.getClass().getSimpleName();
        return refused(
                Rule.TYPE, "schema " + schemaId(value) + " describes " + type + ", expected ScrapedArticle", value);
    }

    private static String reason(Rule rule, Throwable failure, byte[] value) {
        if (rule == Rule.VALUE) {
            return "the schema registry knows no schema " + schemaId(value);
        }
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String detail = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return "the value is not readable as Avro of schema " + schemaId(value) + ": " + detail;
    }

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value).getInt(ID_AT);
    }

    private static Reading refused(Rule rule, String reason, byte[] value) {
        return new Reading.Refused(Refusal.of(rule, reason), Place.WHOLE, all(value));
    }

    private static Excerpt all(byte[] value) {
        return Excerpt.beginning(value, value.length);
    }
}
