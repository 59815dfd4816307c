package dev.newswire.cli.dlq;

import dev.newswire.platform.registry.RegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.kafka.common.KafkaException;

/**
 * A value as far as it can be read.
 *
 * @param kind what it is, for the operator
 * @param text as JSON where it is Avro, as it is where it is text, else its first bytes in hexadecimal digits
 */
record LetterValue(String kind, String text) {
    private static final int WIRE_HEADER = 5;
    private static final int HEX_BYTES = 256;
    private static final int TEXT_BYTES = 64 * 1024;
    private static final int HEX_ROW = 16;

    static LetterValue of(Letter letter, RegistryClient registry) {
        byte[] value = letter.value();
        if (value == null) {
            return new LetterValue("no value", "");
        }
        if (value.length >= WIRE_HEADER && value[0] == 0) {
            return avro(value, registry);
        }
        return plain(value, "");
    }

    private static LetterValue avro(byte[] value, RegistryClient registry) {
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        try {
            Schema schema = new Schema.Parser().parse(registry.schemaById(id));
            return new LetterValue("Avro, schema " + id + " (" + schema.getFullName() + ")", json(value, schema));
        } catch (IOException | RuntimeException e) {
            if (!(e instanceof IOException
                    || e instanceof AvroRuntimeException
                    || e instanceof KafkaException
                    || e instanceof IndexOutOfBoundsException)) {
                throw (RuntimeException) e;
            }
            return plain(value, "looks like Avro of schema " + id + ", but: " + e.getMessage() + "\n");
        }
    }

    private static String json(byte[] value, Schema schema) throws IOException {
        Object read = new GenericDatumReader<>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, WIRE_HEADER, value.length - WIRE_HEADER, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, out, true);
        new GenericDatumWriter<>(schema).write(read, encoder);
        encoder.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static LetterValue plain(byte[] value, String trouble) {
        byte[] head = value.length <= TEXT_BYTES ? value : Arrays.copyOf(value, TEXT_BYTES);
        String kind = trouble + value.length + " bytes";
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(head))
                    .toString();
            if (text.chars().noneMatch(character -> character < ' ' && !Character.isWhitespace(character))) {
                return new LetterValue(kind + " of text", text);
            }
        } catch (CharacterCodingException e) {
            // Then as bytes; so, too, where the cut went through a character.
        }
        return new LetterValue(kind, hex(value));
    }

    private static String hex(byte[] value) {
        StringBuilder rows = new StringBuilder();
        for (int from = 0; from < Math.min(value.length, HEX_BYTES); from += HEX_ROW) {
            byte[] row = Arrays.copyOfRange(value, from, Math.min(from + HEX_ROW, value.length));
            String text = new String(row, StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]", ".");
            rows.append(String.format(
                    java.util.Locale.ROOT,
                    "%06x  %-47s  %s%n",
                    from,
                    HexFormat.ofDelimiter(" ").formatHex(row),
                    text));
        }
        return rows + (value.length > HEX_BYTES ? "and " + (value.length - HEX_BYTES) + " bytes more" : "");
    }
}
