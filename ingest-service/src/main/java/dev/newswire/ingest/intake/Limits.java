package dev.newswire.ingest.intake;

/**
 * The most that an article may hold, so that no sender can fill memory or a topic.
 *
 * @param titleCharacters of the headline; longer is refused
 * @param bodyCharacters of the text; longer is refused
 * @param externalIdCharacters of the publisher's identifier; longer is refused
 * @param urlCharacters of the URL; longer is refused, or dropped where an external id identifies the article
 * @param authors number of authors; further ones are dropped with a warning
 * @param authorCharacters of an author's name; longer ones are dropped with a warning
 * @param sectionCharacters of the section's name; longer ones are dropped with a warning
 * @param related number of declared references; further ones are dropped with a warning
 */
public record Limits(
        int titleCharacters,
        int bodyCharacters,
        int externalIdCharacters,
        int urlCharacters,
        int authors,
        int authorCharacters,
        int sectionCharacters,
        int related) {

    /** What the schemas promise, and a text that fits a record of 1 MiB. */
    public static final Limits STANDARD = new Limits(1_000, 400_000, 512, 2_048, 50, 200, 200, 100);
}
