package dev.newswire.cli.feeds;

import dev.newswire.cli.client.ValueTopic;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.feed.definition.DefinitionException;
import dev.newswire.publish.feed.definition.DefinitionRules;
import dev.newswire.publish.feed.definition.DefinitionText;
import dev.newswire.schema.FeedDefinition;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Definitions of feeds: their topic, and files of them. */
public final class FeedDefinitions {
    private static final long MOST_BYTES = 20_000_000;

    private FeedDefinitions() {}

    /** @param kafka client properties */
    public static ValueTopic<FeedDefinition> topic(Map<String, Object> kafka) {
        return new ValueTopic<>(
                kafka,
                Topics.FEED_DEFINITION,
                (feedId, definition) ->
                        DefinitionRules.mistake(feedId, definition).isEmpty());
    }

    /**
     * Reads a file in YAML or JSON.
     *
     * @throws SettingException if it must be mended: what, and in which field
     */
    public static List<FeedDefinition> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new SettingException("There is no file " + file + ".");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new SettingException(file + " has more than " + MOST_BYTES + " bytes: split it.");
            }
            return DefinitionText.readAll(Files.readString(file));
        } catch (DefinitionException e) {
            throw new SettingException(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new SettingException(file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new SettingException(file + " cannot be read.");
        }
    }
}
