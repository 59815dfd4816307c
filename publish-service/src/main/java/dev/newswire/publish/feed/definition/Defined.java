package dev.newswire.publish.feed.definition;

import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.internal.FeedSettings;

/**
 * A definition that holds.
 *
 * @param definition what it says
 * @param generation offset of its record: greater for what was said later
 */
public record Defined(FeedDefinition definition, long generation) {
    /** How its feed is to be kept. */
    public FeedSettings settings() {
        return FeedSettings.newBuilder()
                .setGeneration(generation)
                .setTitle(definition.getTitle())
                .setDescription(definition.getDescription())
                .setLimit(definition.getLimit())
                .setMaximumAgeSeconds(definition.getMaximumAgeSeconds())
                .setDuplicates(definition.getDuplicates())
                .setStories(definition.getStories())
                .setOrder(definition.getOrder())
                .build();
    }
}
