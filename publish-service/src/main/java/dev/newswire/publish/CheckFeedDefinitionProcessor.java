package dev.newswire.publish;

import dev.newswire.publish.feed.definition.DefinitionRules;
import dev.newswire.schema.FeedDefinition;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what is no definition of a feed to the dead letters: once, in whichever instance reads its partition. What is
 * one, each instance takes in by its own {@link FeedDefinitionStore}.
 */
final class CheckFeedDefinitionProcessor extends ContextualProcessor<String, FeedDefinition, Void, Void> {
    private final PublishMeters meters;

    CheckFeedDefinitionProcessor(PublishMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, FeedDefinition> record) {
        meters.definitionsReceived.increment();
        if (record.value() == null) {
            return;
        }
        Optional<String> mistake = DefinitionRules.mistake(record.key(), record.value());
        if (mistake.isPresent()) {
            meters.definitionsRefused.increment();
            throw new IllegalArgumentException(mistake.get());
        }
    }
}
