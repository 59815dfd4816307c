package dev.newswire.publish.definitions;

import dev.newswire.schema.FeedDefinition;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps definitions of feeds for all instances. */
public interface DefinitionWriter {
    /**
     * Writes a definition in the place of the one before.
     *
     * @param definition null takes it back
     * @return done when the broker has it
     */
    CompletionStage<Void> write(String feedId, @Nullable FeedDefinition definition);
}
