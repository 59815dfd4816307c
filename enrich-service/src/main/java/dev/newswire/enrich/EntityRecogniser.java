package dev.newswire.enrich;

import dev.newswire.schema.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the entities that a text names. Safe for use by several threads. */
public interface EntityRecogniser {
    /**
     * @param language BCP 47 tag; null where unknown
     * @return the most salient first
     */
    List<Entity> recognise(String title, String body, @Nullable String language);

    /** Changes when the same text would be read otherwise. */
    String rulesVersion();
}
