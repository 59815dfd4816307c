package dev.newswire.platform.serde;

import io.apicurio.registry.serde.avro.AvroDatumProvider;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Readers and writers by the identity of the schema object. The stock provider fingerprints the schema at every
 * record, which costs more than the encoding itself. Named in {@code serdes.properties}; made by reflection.
 */
public final class CachedDatumProvider<T> implements AvroDatumProvider<T> {
    private final Map<Schema, DatumWriter<T>> writers = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Schema, DatumReader<T>> readers = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public DatumWriter<T> createDatumWriter(T data, Schema schema) {
        return writers.computeIfAbsent(schema, ignored -> writer(data, schema));
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        return readers.computeIfAbsent(schema, CachedDatumProvider::reader);
    }

    @Override
    public Schema toSchema(T data) {
        return ((GenericContainer) data).getSchema();
    }

    private static <T> DatumWriter<T> writer(T data, Schema schema) {
        return new SpecificDatumWriter<>(schema, SpecificData.getForClass(data.getClass()));
    }

    private static <T> DatumReader<T> reader(Schema writerSchema) {
        Class<?> type = SpecificData.get().getClass(writerSchema);
        if (type == null) {
            throw new org.apache.avro.AvroTypeException("No class of this build reads " + writerSchema.getFullName());
        }
        SpecificData model = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(writerSchema, model.getSchema(type), model);
    }
}
