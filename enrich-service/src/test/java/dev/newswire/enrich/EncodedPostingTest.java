package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.internal.Posting;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class EncodedPostingTest {
    private static final Posting POSTING = Posting.newBuilder()
            .setArticleId("0123456789ABCDEFGHJKMNPQRS")
            .setGeneration(70_000)
            .setAt(Instant.parse("2026-03-01T12:00:00.123Z"))
            .setKeys(List.of("s:00000001", "t:bridge"))
            .build();

    @Test
    void timeIsReadWithoutTheRest() {
        assertThat(EncodedPosting.of(POSTING).at()).isEqualTo(POSTING.getAt().toEpochMilli());
    }

    @Test
    void bytesTravelAsTheyAre() {
        Serde<EncodedPosting> serde = EncodedPostingSerde.create();
        byte[] bytes = serde.serializer().serialize("", EncodedPosting.of(POSTING));

        EncodedPosting read = serde.deserializer().deserialize("", bytes);
        assertThat(serde.serializer().serialize("", read)).isSameAs(bytes);
        assertThat(read.decode()).isEqualTo(POSTING);
        assertThat(read).isEqualTo(EncodedPosting.of(POSTING));
    }
}
