package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.cli.local.LocalRun;
import dev.newswire.schema.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The seeds through the whole pipeline. One pipeline serves all tests, which tell one story in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeedsIT {
    private static final Path GOLDEN =
            Path.of(System.getProperty("newswire.home", ".."), "seeds", "expected", "outcome.json");

    @TempDir
    static Path folder;

    private static LocalFixture pipeline;

    @BeforeAll
    static void start() {
        pipeline = LocalFixture.start(folder);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    @Order(1)
    void theSeedsGiveTheGoldenOutcome() throws InterruptedException, IOException {
        LocalRun.Result result = pipeline.send(LocalFixture.seeds());
        String outcome = OutcomeJson.of(result);
        if (Boolean.getBoolean("newswire.golden.write")) {
            Files.writeString(GOLDEN, outcome);
        }
        assertThat(result.balance().reconciles()).isTrue();
        assertThat(outcome).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    @Order(2)
    void sentTwiceEverythingIsUnchanged() throws InterruptedException {
        TopicCounts before = TopicCounts.of(pipeline);
        long published = pipeline.audit().total(Fate.PUBLISHED);
        LocalRun.Result again = pipeline.send(LocalFixture.seeds());
        assertThat(again.balance().reconciles()).isTrue();
        assertThat(pipeline.audit().total(Fate.PUBLISHED)).isEqualTo(published);
        assertThat(TopicCounts.of(pipeline).output()).isEqualTo(before.output());
    }
}
