package dev.newswire.ingest.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far each file is done, in a file of its own: what is written there has been acknowledged by the broker. A file that
 * has changed since begins anew.
 */
public final class BackfillState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path place;
    private final ObjectNode files;

    private BackfillState(Path place, ObjectNode files) {
        this.place = place;
        this.files = files;
    }

    /**
     * Reads what an earlier run left.
     *
     * @throws SettingException if it cannot be read or is something else
     */
    public static BackfillState open(Path place) {
        if (!Files.exists(place)) {
            return new BackfillState(place, JSON.createObjectNode());
        }
        try {
            JsonNode files = JSON.readTree(place.toFile());
            if (files instanceof ObjectNode known) {
                return new BackfillState(place, known);
            }
        } catch (IOException unreadable) {
            // The sentence below says what to do.
        }
        throw new SettingException(place + " is not the state of a backfill: delete it, or name another with --state.");
    }

    /** Where to go on in the file. */
    ArchivePosition position(Path file) throws IOException {
        JsonNode known = files.path(file.toString());
        if (!known.path("version").asText().equals(version(file))) {
            return ArchivePosition.START;
        }
        return new ArchivePosition(
                known.path("offset").asLong(0),
                known.path("items").asLong(0),
                known.path("work").asLong(0));
    }

    /** Whether nothing of the file is left to read. */
    boolean isDone(Path file) throws IOException {
        JsonNode known = files.path(file.toString());
        return known.path("done").asBoolean() && known.path("version").asText().equals(version(file));
    }

    /** Notes how far the file is acknowledged. */
    void save(Path file, ArchivePosition position, boolean isDone) throws IOException {
        files.putObject(file.toString())
                .put("version", version(file))
                .put("offset", position.offset())
                .put("items", position.items())
                .put("work", position.work())
                .put("done", isDone);
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path written = place.resolveSibling(place.getFileName() + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), files);
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String version(Path file) throws IOException {
        return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
    }
}
