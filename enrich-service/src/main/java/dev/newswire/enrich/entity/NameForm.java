package dev.newswire.enrich.entity;

/**
 * A spelling under which an entity is found.
 *
 * @param text as it is written
 * @param use what it takes for the spelling to stand for the entity
 */
public record NameForm(String text, Use use) {
    /** What it takes for a spelling to stand for its entity. */
    public enum Use {
        /** Nothing more. */
        ALONE,
        /** The full name or the country elsewhere in the article. */
        WITH_SUPPORT,
        /** It names a people, or is its adjective. */
        PEOPLE
    }
}
