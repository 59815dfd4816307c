package dev.newswire.cli.dlq;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.LetterDecision;
import dev.newswire.schema.LetterState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What operators have decided about letters, as it stood when it was read. */
public final class Decisions {
    private final Map<EventOrigin, LetterState> states = new HashMap<>();

    private Decisions() {}

    /** Reads all of them. */
    public static Decisions read(Map<String, Object> kafka, TopicSerdes serdes) {
        Decisions decisions = new Decisions();
        String topic = Topics.DLQ_DECISION.name();
        try (TopicReader reader = new TopicReader(kafka, List.of(topic));
                Deserializer<LetterDecision> values =
                        serdes.of(Topics.DLQ_DECISION).deserializer()) {
            reader.readToEnd(record -> decisions.take(values.deserialize(topic, record.value())));
        }
        return decisions;
    }

    /** Where a letter stands. */
    LetterState of(Letter letter) {
        return states.getOrDefault(letter.place(), LetterState.OPEN);
    }

    static LetterDecision decision(
            Letter letter, LetterState state, @Nullable String target, int attempts, @Nullable String note) {
        EventOrigin place = letter.place();
        return new LetterDecision(
                place.topic(),
                place.partition(),
                place.offset(),
                state,
                target,
                attempts,
                note == null || note.isBlank() ? null : note,
                Instant.now());
    }

    private void take(LetterDecision decision) {
        EventOrigin place =
                new EventOrigin(decision.getLetterTopic(), decision.getLetterPartition(), decision.getLetterOffset());
        if (decision.getState() == LetterState.OPEN) {
            states.remove(place);
            return;
        }
        states.put(place, decision.getState());
    }
}
