package dev.newswire.enrich;

import dev.newswire.schema.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.SchemaNormalization;

/** Tells whether two lists of entities are the same, by 64 bits of each: CRC-64-AVRO of the Avro specification. */
final class EntityFingerprint {
    private static final long NONE_YET = 0;

    private EntityFingerprint() {}

    /** Fingerprint of entities in their order, with all that is said of them; never 0. */
    static long of(List<Entity> entities) {
        long fingerprint = entities.size() + 1L;
        for (Entity entity : entities) {
            fingerprint = fingerprint * 31 + fingerprint(entity);
        }
        return fingerprint == NONE_YET ? 1 : fingerprint;
    }

    private static long fingerprint(Entity entity) {
        try {
            return SchemaNormalization.fingerprint64(entity.toByteBuffer().array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
