package dev.newswire.enrich.entity;

/** Loads the tables once for all tests. */
final class SharedExtractor {
    static final EntityExtractor EXTRACTOR = EntityExtractor.load();

    private SharedExtractor() {}
}
