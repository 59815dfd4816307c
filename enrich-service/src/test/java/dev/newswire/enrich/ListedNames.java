package dev.newswire.enrich;

import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises a few names by their spelling, and cannot bear one word. */
final class ListedNames implements EntityRecogniser {
    static final String UNBEARABLE = "unbearable";
    private static final List<String> NAMES = List.of("Ostrava", "Marchetti", "Belgium", "Volkov", "Halden Bridge");

    @Override
    public Recognition recognise(String title, String body, @Nullable String language) {
        if (body.contains(UNBEARABLE)) {
            throw new IllegalStateException("This word cannot be borne");
        }
        return new Recognition(entities(title, body), "listed-names");
    }

    private static List<Entity> entities(String title, String body) {
        return NAMES.stream()
                .filter(name -> title.contains(name) || body.contains(name))
                .map(name -> Entity.newBuilder()
                        .setEntityId("nw:" + name.toLowerCase(Locale.ROOT).replace(' ', '-'))
                        .setName(name)
                        .setType(EntityType.MISC)
                        .setSalience(title.contains(name) ? 0.9f : 0.5f)
                        .setConfidence(1f)
                        .setMentions(List.of())
                        .build())
                .toList();
    }
}
