package dev.newswire.cli.send;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something to send.
 *
 * @param name for messages
 * @param file where it is; empty for standard input
 */
record Input(String name, Optional<Path> file) {
    private static final String STANDARD_INPUT = "-";

    /**
     * What the arguments stand for: files as they are, every file in a folder in the order of their names, and standard
     * input for {@code -}. In folders, hidden files, unfinished ones ({@code *.part}) and links are left out.
     *
     * @throws SettingException if one of them is not there
     */
    static List<Input> of(List<Path> arguments) {
        List<Input> inputs = new ArrayList<>();
        for (Path argument : arguments) {
            if (argument.toString().equals(STANDARD_INPUT)) {
                inputs.add(new Input("standard input", Optional.empty()));
            } else if (Files.isDirectory(argument)) {
                inputs.addAll(in(argument));
            } else if (Files.exists(argument)) {
                inputs.add(new Input(argument.toString(), Optional.of(argument)));
            } else {
                throw new SettingException("There is no file " + argument + ".");
            }
        }
        return inputs;
    }

    /** Its bytes as they are stored. */
    InputStream open(InputStream standardInput) throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : standardInput;
    }

    /** When its content was fetched, as far as can be told. */
    Instant fetchedAt() throws IOException {
        return file.isPresent() ? IngestClient.scrapeTime(file.get()) : Instant.now();
    }

    /** Its length in bytes as stored; -1 where unknown. */
    long size() throws IOException {
        return file.isPresent() && Files.isRegularFile(file.get()) ? Files.size(file.get()) : -1;
    }

    private static List<Input> in(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            return content.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isLeftOut(folder.relativize(path)))
                    .sorted()
                    .map(path -> new Input(path.toString(), Optional.of(path)))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new SettingException("The folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isLeftOut(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return path.toString().endsWith(".part");
    }
}
