package dev.newswire.ingest.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.intake.ItemResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Puts files away that were read: into {@code done} or {@code failed}, each with a report beside it. */
final class Shelves {

    static final String DONE = "done";
    static final String FAILED = "failed";

    private static final String REPORT = ".report.json";
    private static final int MOST_NAMESAKES = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Shelves(Path folder) {
        this.folder = folder;
    }

    /** Makes the two shelves where they are missing. */
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve(DONE));
        Files.createDirectories(folder.resolve(FAILED));
    }

    /**
     * Writes the report, then moves the file: after a crash in between the file is still there and is read again.
     *
     * @return where it is now
     */
    Path putAway(Path file, FileResult result, Instant at) throws IOException {
        Path shelf = folder.resolve(result.isDone() ? DONE : FAILED);
        Path target = freeName(shelf, file.getFileName().toString());
        Path report = shelf.resolve(target.getFileName() + REPORT);
        Path written = shelf.resolve("." + target.getFileName() + REPORT);
        Files.writeString(
                written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(file, result, at)) + "\n");
        Files.move(written, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path freeName(Path shelf, String name) throws IOException {
        Path target = shelf.resolve(name);
        for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            if (number > MOST_NAMESAKES) {
                throw new FileAlreadyExistsException(target.toString());
            }
            target = shelf.resolve(name + "." + number);
        }
        return target;
    }

    private static ObjectNode json(Path file, FileResult result, Instant at) {
        ObjectNode root = JSON.createObjectNode();
        root.put("file", file.getFileName().toString());
        root.put("readAt", at.toString());
        root.put("accepted", result.report().accepted());
        root.put("rejected", result.report().rejected());
        if (result.error() != null) {
            root.put("error", result.error());
        }
        ArrayNode rejects = root.putArray("rejects");
        for (ItemResult item : result.report().results()) {
            if (item instanceof ItemResult.Rejected rejected) {
                reject(rejects.addObject(), rejected);
            }
        }
        long untold = result.report().rejected() - rejects.size();
        if (untold > 0) {
            root.put("rejectsOmitted", untold);
        }
        return root;
    }

    private static void reject(ObjectNode node, ItemResult.Rejected rejected) {
        node.put("item", rejected.place().item());
        if (rejected.place().line() > 0) {
            node.put("line", rejected.place().line());
        }
        String pointer = rejected.place().pointer() + rejected.refusal().pointer();
        if (!pointer.isEmpty()) {
            node.put("pointer", pointer);
        }
        node.put("rule", rejected.refusal().rule().id());
        node.put("error", rejected.refusal().reason());
    }
}
