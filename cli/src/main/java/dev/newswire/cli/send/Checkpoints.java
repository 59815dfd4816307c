package dev.newswire.cli.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints in a folder, one small file for each input. An input is known by its path, size, time of change and first
 * bytes, and by the service that it goes to: whatever of these changes, it is sent from the start.
 */
final class Checkpoints {
    private static final int HEAD_BYTES = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;
    private final String service;

    /** @param service base URL */
    Checkpoints(Path folder, String service) {
        this.folder = folder;
        this.service = service;
    }

    /** Where checkpoints are kept unless told otherwise: the state folder of the XDG Base Directory Specification. */
    static Path standardFolder(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return base.resolve("newswire").resolve("send");
    }

    /** The checkpoint of the file; empty where there is none, or it is not readable. */
    Optional<Checkpoint> find(Path file) throws IOException {
        Path stored = stored(file);
        if (!Files.exists(stored)) {
            return Optional.empty();
        }
        try {
            JsonNode state = JSON.readTree(Files.readString(stored));
            return Optional.of(new Checkpoint(
                    state.path("offset").asLong(),
                    state.path("lines").asLong(),
                    state.path("accepted").asLong(),
                    state.path("rejected").asLong()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Keeps the checkpoint of the file, all of it or nothing. */
    void put(Path file, Checkpoint checkpoint) throws IOException {
        Files.createDirectories(folder);
        Path target = stored(file);
        Path written = Files.createTempFile(folder, "checkpoint", ".part");
        Map<String, Object> state = Map.of(
                "file", file.toAbsolutePath().toString(),
                "offset", checkpoint.offset(),
                "lines", checkpoint.lines(),
                "accepted", checkpoint.accepted(),
                "rejected", checkpoint.rejected());
        Files.writeString(written, JSON.writeValueAsString(state));
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets the file: all of it was sent. */
    void remove(Path file) throws IOException {
        Files.deleteIfExists(stored(file));
    }

    private Path stored(Path file) throws IOException {
        MessageDigest digest = sha256();
        String identity = String.join(
                "\n",
                service,
                file.toAbsolutePath().normalize().toString(),
                Long.toString(Files.size(file)),
                Files.getLastModifiedTime(file).toString());
        digest.update(identity.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Files.newInputStream(file)) {
            digest.update(in.readNBytes(HEAD_BYTES));
        }
        return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, 16) + ".json");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
