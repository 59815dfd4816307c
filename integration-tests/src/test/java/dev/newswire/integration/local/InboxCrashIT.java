package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxCrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RECORDS = 10_000;
    private static final int POISON_EVERY = 10;
    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void killedInTheMiddleEveryRecordOfTheInboxHasItsEffectOnce() throws Exception {
        try (ServersFixture servers = ServersFixture.start(folder.resolve("data"));
                InboxRecords inbox = new InboxRecords(servers.settings())) {
            Articles articles = new Articles();
            for (int i = 0; i < RECORDS; i++) {
                inbox.send("key-" + i % 100, i % POISON_EVERY == 0 ? "{\"title\":" + i : articles.next());
            }
            List<String> sent = inbox.places();
            Path log = folder.resolve("ingest.log");
            int port = ServersFixture.port();
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = RECORDS * kill / 5;
                IngestChild child = IngestChild.start(servers.settings(), port, log, Map.of());
                await().atMost(PATIENCE).until(() -> inbox.arrived().size() > enough);
                child.kill();
                assertThat(inbox.arrived())
                        .as("the kill comes in the middle")
                        .hasSizeLessThan(RECORDS)
                        .doesNotHaveDuplicates();
            }
            try (IngestChild last = IngestChild.start(servers.settings(), port, log, Map.of())) {
                await().atMost(PATIENCE).until(() -> inbox.arrived().size() >= RECORDS);
                assertThat(last.output()).doesNotContain("ERROR");
            }
            List<String> arrived = inbox.arrived();
            assertThat(arrived).as("nothing twice").doesNotHaveDuplicates();
            assertThat(new HashSet<>(arrived)).as("nothing lost").isEqualTo(new HashSet<>(sent));
        }
    }

    @Test
    void instanceThatIsKilledIsSucceededByTheOtherOne() throws Exception {
        try (ServersFixture servers = ServersFixture.start(folder.resolve("data"));
                InboxRecords inbox = new InboxRecords(servers.settings())) {
            Path log = folder.resolve("ingest.log");
            IngestChild one = IngestChild.start(
                    servers.settings(), ServersFixture.port(), log, Map.of("NEWSWIRE_INGEST_INSTANCE", "one"));
            try (IngestChild other = IngestChild.start(
                    servers.settings(), ServersFixture.port(), log, Map.of("NEWSWIRE_INGEST_INSTANCE", "other"))) {
                Articles articles = new Articles();
                for (int i = 0; i < RECORDS; i++) {
                    inbox.send("key-" + i % 100, articles.next());
                }
                List<String> sent = inbox.places();
                await().atMost(PATIENCE).until(() -> !inbox.arrived().isEmpty());
                one.kill();
                await().atMost(PATIENCE).until(() -> inbox.arrived().size() >= RECORDS);
                assertThat(inbox.arrived()).containsExactlyInAnyOrderElementsOf(sent);
                assertThat(other.output()).doesNotContain("ERROR");
            }
        }
    }
}
