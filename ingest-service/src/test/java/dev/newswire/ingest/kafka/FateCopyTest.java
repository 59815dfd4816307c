package dev.newswire.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.fate.FateStore;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FateCopyTest {

    private static final String ARTICLE = "0".repeat(26);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Serde<ArticleFate> SERDE = StateSerde.of(ArticleFate.class);
    private static final TopicPartition FIRST = new TopicPartition(Topics.FATE.name(), 0);
    private static final TopicPartition SECOND = new TopicPartition(Topics.FATE.name(), 1);

    private final MockConsumer<byte[], byte[]> ledger = new MockConsumer<>("earliest");
    private final FateStore store;

    FateCopyTest(@TempDir Path folder) {
        store = FateStore.open(folder, "ledger", () -> NOW);
    }

    @BeforeEach
    void fill() {
        ledger.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        ledger.updateEndOffsets(Map.of(FIRST, 2L, SECOND, 0L));
        hasPartitions(2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void copyIsCompleteOnceItIsWhereTheLedgerEndedAtTheBeginning() {
        FateCopy copy = begin(SERDE.deserializer());
        assertThat(copy.isCaughtUp()).isFalse();
        add(0, fate(Fate.EMBARGOED));
        copy.step();
        assertThat(copy.isCaughtUp()).isFalse();
        add(1, fate(Fate.PUBLISHED));
        copy.step();
        assertThat(copy.isCaughtUp()).isTrue();
        assertThat(store.find(ARTICLE)).extracting(ArticleFate::getFate).containsExactly(Fate.PUBLISHED);
    }

    @Test
    void copyGoesOnWhereItWas() {
        FateCopy copy = begin(SERDE.deserializer());
        add(0, fate(Fate.EMBARGOED));
        copy.step();

        assertThat(store.position(0)).isEqualTo(1);
        begin(SERDE.deserializer());
        assertThat(ledger.position(FIRST)).isEqualTo(1);
        assertThat(ledger.position(SECOND)).isZero();
    }

    @Test
    void fateThatCannotBeReadIsPassedOver() {
        FateCopy copy = begin(SERDE.deserializer());
        add(0, new byte[] {9, 9});
        add(1, fate(Fate.PUBLISHED));
        copy.step();

        assertThat(copy.isCaughtUp()).isTrue();
        assertThat(store.find(ARTICLE)).hasSize(1);
    }

    @Test
    void registryThatIsAwayIsWaitedFor() {
        FateCopy copy = begin((topic, bytes) -> {
            throw new RegistryUnavailableException("away", new IllegalStateException());
        });
        add(0, fate(Fate.PUBLISHED));

        assertThatThrownBy(copy::step).isInstanceOf(RegistryUnavailableException.class);
        assertThat(store.position(0)).isNull();
    }

    @Test
    void partitionsThatAreAddedAreNoticed() {
        FateCopy copy = begin(SERDE.deserializer());
        assertThat(copy.hasMorePartitions()).isFalse();
        hasPartitions(3);
        assertThat(copy.hasMorePartitions()).isTrue();
    }

    private FateCopy begin(Deserializer<ArticleFate> deserializer) {
        FateCopy copy = new FateCopy(ledger, deserializer, store);
        copy.begin(2);
        return copy;
    }

    private void add(long offset, byte[] value) {
        ledger.addRecord(new ConsumerRecord<>(FIRST.topic(), 0, offset, new byte[0], value));
    }

    private void hasPartitions(int count) {
        ledger.updatePartitions(
                FIRST.topic(),
                IntStream.range(0, count)
                        .mapToObj(i -> new PartitionInfo(FIRST.topic(), i, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
    }

    private static byte[] fate(Fate fate) {
        return SERDE.serializer()
                .serialize(
                        "",
                        ArticleFate.newBuilder()
                                .setArticleId(ARTICLE)
                                .setFate(fate)
                                .setEventTopic("topic")
                                .setEventPartition(0)
                                .setEventOffset(7)
                                .setService("test")
                                .setDecidedAt(fate == Fate.EMBARGOED ? NOW.minusSeconds(5) : NOW)
                                .build());
    }
}
