package dev.newswire.ingest.folder;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment sets of the watched folder.
 *
 * @param path of the folder; empty where none is watched
 * @param source of articles that name none themselves, or null
 * @param settle how long a file must not have changed before it is taken
 * @param interval between two looks at the folder, where the system does not tell of new files
 */
public record FolderSettings(Optional<Path> path, @Nullable String source, Duration settle, Duration interval) {

    /** What {@code --help} prints. */
    public static final String USAGE = """
              NEWSWIRE_INGEST_FOLDER               none        folder whose files are read and put away
              NEWSWIRE_INGEST_FOLDER_SOURCE        none        source of articles there that name none themselves
              NEWSWIRE_INGEST_FOLDER_SETTLE        PT2S        a file is taken when it has not changed for so long
              NEWSWIRE_INGEST_FOLDER_INTERVAL      PT5S        between two looks at the folder
            """;

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

    /** @throws SettingException if one of them must be mended */
    public static FolderSettings of(Settings settings) {
        Duration interval = settings.duration("NEWSWIRE_INGEST_FOLDER_INTERVAL", Duration.ofSeconds(5));
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new SettingException(
                    "NEWSWIRE_INGEST_FOLDER_INTERVAL is " + interval + " but takes PT0.01S or more.");
        }
        return new FolderSettings(
                folder(settings),
                source(settings),
                settings.duration("NEWSWIRE_INGEST_FOLDER_SETTLE", Duration.ofSeconds(2)),
                interval);
    }

    private static Optional<Path> folder(Settings settings) {
        String path = settings.text("NEWSWIRE_INGEST_FOLDER", "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Path.of(path);
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new SettingException(
                    "NEWSWIRE_INGEST_FOLDER is \"" + path + "\" but takes a folder that exists and can be written.");
        }
        return Optional.of(folder.toAbsolutePath().normalize());
    }

    private static @Nullable String source(Settings settings) {
        String source = settings.text("NEWSWIRE_INGEST_FOLDER_SOURCE", "");
        if (!source.isEmpty() && !SourceName.isValid(source)) {
            throw new SettingException("NEWSWIRE_INGEST_FOLDER_SOURCE is \"" + source
                    + "\" but takes 1 to 64 characters of a-z, 0-9, '.' and '-'.");
        }
        return source.isEmpty() ? null : source;
    }
}
