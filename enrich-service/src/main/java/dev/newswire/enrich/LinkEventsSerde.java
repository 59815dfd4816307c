package dev.newswire.enrich;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.internal.LinkEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Several events are a zero byte and then, for each, its length in four bytes and its encoding. */
final class LinkEventsSerde {
    private static final Serde<LinkEvent> EVENTS = StateSerde.of(LinkEvent.class);
    /** Begins several events; a single one stands in its own encoding alone, which never begins so. */
    private static final byte SEVERAL = 0;

    private LinkEventsSerde() {}

    static Serde<LinkEvents> create() {
        return Serdes.serdeFrom(
                (topic, events) -> events == null ? null : encode(events.events()),
                (topic, bytes) -> bytes == null ? null : new LinkEvents(decode(bytes)));
    }

    private static byte[] encode(List<LinkEvent> events) {
        List<byte[]> encoded = events.stream()
                .map(event -> EVENTS.serializer().serialize("", event))
                .toList();
        if (encoded.size() == 1) {
            return encoded.get(0);
        }
        int length =
                encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        ByteBuffer all = ByteBuffer.allocate(1 + length).put(SEVERAL);
        encoded.forEach(bytes -> all.putInt(bytes.length).put(bytes));
        return all.array();
    }

    private static List<LinkEvent> decode(byte[] bytes) {
        if (bytes[0] != SEVERAL) {
            return List.of(EVENTS.deserializer().deserialize("", bytes));
        }
        List<LinkEvent> events = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        while (all.hasRemaining()) {
            byte[] encoded = new byte[all.getInt()];
            all.get(encoded);
            events.add(EVENTS.deserializer().deserialize("", encoded));
        }
        return events;
    }
}
