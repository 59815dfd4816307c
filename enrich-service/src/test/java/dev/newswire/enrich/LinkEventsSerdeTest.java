package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class LinkEventsSerdeTest {
    private final Serde<LinkEvents> serde = LinkEventsSerde.create();

    @Test
    void severalComeBackInTheirOrder() {
        LinkEvents events = new LinkEvents(List.of(event("A", 1), event("B", 2), event("A", 3)));

        assertThat(serde.deserializer().deserialize("", serde.serializer().serialize("", events)))
                .isEqualTo(events);
    }

    @Test
    void oneAloneIsEncodedAsEarlierReleasesDid() {
        byte[] alone = StateSerde.of(LinkEvent.class).serializer().serialize("", event("A", 1));

        assertThat(serde.serializer().serialize("", LinkEvents.of(event("A", 1))))
                .isEqualTo(alone);
        assertThat(serde.deserializer().deserialize("", alone)).isEqualTo(LinkEvents.of(event("A", 1)));
    }

    private static LinkEvent event(String other, long generation) {
        return LinkEvent.newBuilder()
                .setKind(LinkEventKind.GONE)
                .setOtherId(other)
                .setOtherGeneration(generation)
                .build();
    }
}
