package dev.newswire.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void onlyTheInboxIsStampedByTheBroker() {
        assertThat(Topics.ALL)
                .filteredOn(
                        topic -> "LogAppendTime".equals(topic.configuration().get("message.timestamp.type")))
                .isEqualTo(List.of(Topics.INBOX));
    }
}
