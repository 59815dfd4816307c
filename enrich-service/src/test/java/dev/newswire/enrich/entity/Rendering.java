package dev.newswire.enrich.entity;

import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entities as lines that a person can check: id, type, name, surfaces with their counts. */
final class Rendering {
    private Rendering() {}

    static String of(List<Entity> entities) {
        return entities.stream().map(Rendering::line).sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Entity entity) {
        Map<String, Integer> surfaces = new TreeMap<>();
        for (Mention mention : entity.getMentions()) {
            surfaces.merge(mention.getSurface() + " " + mention.getMethod(), 1, Integer::sum);
        }
        String id = entity.getEntityId().startsWith("nil:") ? "nil" : entity.getEntityId();
        String mentions = surfaces.entrySet().stream()
                .map(surface -> surface.getKey() + (surface.getValue() > 1 ? " x" + surface.getValue() : ""))
                .collect(Collectors.joining(", "));
        return String.join(" | ", entity.getName(), id, entity.getType().name(), mentions);
    }
}
