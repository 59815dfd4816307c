package dev.newswire.enrich;

import org.jspecify.annotations.Nullable;

/** Finds the entities that a text names. Safe for use by several threads. */
public interface EntityRecogniser {
    /** @param language BCP 47 tag; null where unknown */
    Recognition recognise(String title, String body, @Nullable String language);
}
