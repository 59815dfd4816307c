package dev.newswire.integration.containers;

import dev.newswire.platform.serde.StateSerde;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Fills generated records with anything that their schemas allow. */
final class RandomRecords {
    private static final String ALPHABET = "aZ09 -|\"\n\u0000äß“日本😀";
    private static final long LATEST = 4_102_444_800_000L;
    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    <V extends SpecificRecord> V next(Class<V> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        ByteBuffer encoded = new BinaryMessageEncoder<>(GenericData.get(), schema).encode(value(schema));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return StateSerde.of(type).deserializer().deserialize("", bytes);
    }

    private @Nullable Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> new GenericData.EnumSymbol(schema, one(schema.getEnumSymbols()));
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(schema.getElementType()))
                        .toList();
            case MAP -> map(schema.getValueType());
            case UNION -> value(one(schema.getTypes()));
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            case INT -> random.nextInt();
            case LONG -> schema.getLogicalType() == null ? random.nextLong() : random.nextLong(LATEST);
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
            case FIXED -> throw new IllegalArgumentException("no schema of ours has a fixed type");
        };
    }

    private GenericData.Record record(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private Map<String, @Nullable Object> map(Schema values) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(), value(values));
        }
        return map;
    }

    private String text() {
        int[] characters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(20), 0, characters.length).forEach(i -> text.appendCodePoint(characters[i]));
        return text.toString();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
