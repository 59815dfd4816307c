package dev.newswire.ingest.source;

/**
 * The most that a JSON document may hold, beside its size.
 *
 * @param depth arrays and objects within each other
 * @param nameCharacters of a field's name
 * @param numberCharacters of a number
 * @param textCharacters of a text
 */
public record JsonLimits(int depth, int nameCharacters, int numberCharacters, int textCharacters) {

    /** Far beyond any article. */
    public static final JsonLimits STANDARD = new JsonLimits(64, 1_000, 100, 10 * 1024 * 1024);
}
