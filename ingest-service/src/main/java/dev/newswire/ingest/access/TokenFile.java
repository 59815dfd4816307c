package dev.newswire.ingest.access;

import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file, which is read again when it changes. A file that is bad when it has changed leaves the tokens as
 * they were, and the log says so. Safe for use by several threads.
 */
public final class TokenFile implements Access {

    /** What tells a changed file from one that is as it was. */
    private record Stamp(FileTime modified, long bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final long LARGEST_BYTES = 16L * 1024 * 1024;

    private final Path file;
    private volatile TokenList tokens;
    private @Nullable Stamp stamp;

    private TokenFile(Path file, TokenList tokens, Stamp stamp) {
        this.file = file;
        this.tokens = tokens;
        this.stamp = stamp;
    }

    /**
     * Reads a file.
     *
     * @throws SettingException if it cannot be read or holds no token
     */
    public static TokenFile open(Path file) {
        try {
            Stamp stamp = stamp(file);
            TokenList tokens = read(file);
            if (tokens.size() == 0) {
                throw new IllegalArgumentException("it holds no token; make one with newswire token");
            }
            return new TokenFile(file, tokens, stamp);
        } catch (IOException unreadable) {
            throw new SettingException("NEWSWIRE_INGEST_TOKENS_FILE: " + file + " cannot be read.");
        } catch (IllegalArgumentException bad) {
            throw new SettingException("NEWSWIRE_INGEST_TOKENS_FILE: " + file + ": " + bad.getMessage() + ".");
        }
    }

    @Override
    public @Nullable Grant find(@Nullable String token) {
        refresh();
        return token == null ? null : tokens.find(token);
    }

    private synchronized void refresh() {
        Stamp found = null;
        try {
            found = stamp(file);
            if (found.equals(stamp)) {
                return;
            }
            tokens = read(file);
            LOG.info("Read {} tokens from {}", tokens.size(), file);
        } catch (IOException | IllegalArgumentException bad) {
            if (found != null || stamp != null) {
                LOG.warn("The tokens stay as they were: {}: {}", file, bad.getMessage());
            }
        }
        stamp = found;
    }

    private static TokenList read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IllegalArgumentException("it has more than " + LARGEST_BYTES + " bytes");
        }
        List<String> lines = Files.readAllLines(file);
        return TokenList.parse(lines);
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }
}
