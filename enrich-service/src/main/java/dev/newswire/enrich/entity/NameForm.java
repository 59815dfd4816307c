package dev.newswire.enrich.entity;

/**
 * A spelling under which an entity is found.
 *
 * @param text as it is written
 * @param weak whether it needs the full name or the country elsewhere in the article
 */
public record NameForm(String text, boolean weak) {}
