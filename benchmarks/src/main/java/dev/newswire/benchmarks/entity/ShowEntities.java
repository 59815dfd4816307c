package dev.newswire.benchmarks.entity;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the entities of text files whose first line is the title. */
public final class ShowEntities {
    private ShowEntities() {}

    /** Arguments: text files. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        EntityExtractor extractor = EntityExtractor.load();
        System.out.printf(
                Locale.ROOT,
                "%,d entities loaded in %.2f s, version %s%n",
                extractor.size(),
                (System.nanoTime() - start) / 1e9,
                extractor.rulesVersion());
        for (String file : args) {
            String text = Files.readString(Path.of(file)).strip();
            int end = text.indexOf('\n');
            String title = end < 0 ? text : text.substring(0, end);
            String body = end < 0 ? "" : text.substring(end + 1);
            System.out.println(title);
            for (Entity entity : extractor.extract(title, body, null)) {
                System.out.printf(
                        Locale.ROOT,
                        "  %.3f %.2f %-12s %-12s %s: %s%n",
                        entity.getSalience(),
                        entity.getConfidence(),
                        entity.getType(),
                        entity.getEntityId(),
                        entity.getName(),
                        surfaces(entity));
            }
        }
    }

    private static String surfaces(Entity entity) {
        return entity.getMentions().stream()
                .collect(Collectors.groupingBy(Mention::getSurface, TreeMap::new, Collectors.counting()))
                .toString();
    }
}
