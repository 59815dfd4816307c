package dev.newswire.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.data.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page and what its readers found on it, in the form of the Web Content Extraction Benchmark: {@code html/<id>.html} and
 * {@code ground-truth/<id>.json}, with or without the object {@code ground_truth} around what was found, and lists of names for
 * one. Title, author and date are null where the gold gives none.
 *
 * @param id name of the file without its ending
 * @param text the article's text; null where the gold has none, and then the page is not a case
 */
record GoldPage(
        String id,
        byte[] html,
        @Nullable String url,
        @Nullable String title,
        @Nullable String author,
        @Nullable String date,
        @Nullable String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ANNOTATION = ".json";
    private static final String GOLD = "ground_truth";

    /** All pages of the data that have both files, in the order of their ids. */
    static List<GoldPage> in(Unpacked data) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        for (Path annotation : data.files(ANNOTATION)) {
            Path html = html(annotation);
            if (html != null) {
                pages.add(read(annotation, html));
            }
        }
        if (pages.isEmpty()) {
            throw new DataException("There are no pages in " + data.folder()
                    + ": it should hold html/<id>.html and ground-truth/<id>.json.");
        }
        return pages;
    }

    /** Whether the page belongs to the first half of the set; by the digits or letters of its id, so always the same. */
    boolean isInFirstHalf() {
        return (id.hashCode() & 1) == 0;
    }

    private static @Nullable Path html(Path annotation) {
        Path folder = annotation.getParent();
        if (folder == null || folder.getParent() == null || !folder.endsWith("ground-truth")) {
            return null;
        }
        Path html = folder.resolveSibling("html").resolve(id(annotation) + ".html");
        return Files.isRegularFile(html) ? html : null;
    }

    private static String id(Path annotation) {
        String name = String.valueOf(annotation.getFileName());
        return name.substring(0, name.length() - ANNOTATION.length());
    }

    private static GoldPage read(Path annotation, Path html) {
        try {
            JsonNode all = MAPPER.readTree(annotation.toFile());
            JsonNode gold = all.has(GOLD) ? all.path(GOLD) : all;
            return new GoldPage(
                    id(annotation),
                    Files.readAllBytes(html),
                    text(all, "url"),
                    text(gold, "title"),
                    text(gold, "author"),
                    text(gold, "publish_date"),
                    text(gold, "main_content"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable String text(JsonNode gold, String name) {
        JsonNode value = gold.path(name);
        List<String> parts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(part -> parts.add(part.asText("")));
        String text = String.join(", ", parts).strip();
        return text.isEmpty() || text.equals("null") ? null : text;
    }
}
