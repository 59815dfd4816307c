package dev.newswire.enrich;

import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.schema.EntityDefinition;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what is no definition of an entity to the dead letters: once, in whichever instance reads its partition. What is
 * one, each instance takes in by its own {@link DefinitionStore}.
 */
final class CheckDefinitionProcessor extends ContextualProcessor<String, EntityDefinition, Void, Void> {
    private final EnrichMeters meters;

    CheckDefinitionProcessor(EnrichMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, EntityDefinition> record) {
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
