package dev.newswire.integration.containers;

import dev.newswire.schema.ArticleFate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** The fate of a later release: one field more, with a default. */
final class NewerFate {
    static final String FIELD = "addedLater";
    static final Schema SCHEMA = schema();

    private NewerFate() {}

    /** The same fate as a later release would write it. */
    static GenericRecord from(ArticleFate fate) throws IOException {
        BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(GenericData.get(), SCHEMA);
        decoder.addSchema(ArticleFate.getClassSchema());
        GenericRecord newer = decoder.decode(ArticleFate.getEncoder().encode(fate));
        newer.put(FIELD, "something");
        return newer;
    }

    private static Schema schema() {
        Schema current = ArticleFate.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        current.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field(FIELD, Schema.create(Schema.Type.STRING), null, "nothing"));
        return Schema.createRecord(
                current.getName(), current.getDoc(), current.getNamespace(), current.isError(), fields);
    }
}
