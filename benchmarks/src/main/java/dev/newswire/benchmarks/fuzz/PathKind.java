package dev.newswire.benchmarks.fuzz;

import dev.newswire.ingest.source.DocumentType;
import java.util.List;
import java.util.Locale;

/** The ways into ingest that are fuzzed. */
enum PathKind {
    JSON(Grammar.BRACES, ".json", ".ndjson", ".jsonl"),
    HTML(Grammar.TAGS, ".html", ".htm", ".html.gz"),
    FEED(Grammar.TAGS, ".xml", ".rss", ".atom", ".rdf"),
    PLAIN(Grammar.LINES, ".txt"),
    WARC(Grammar.RECORDS, ".warc", ".warc.gz", ".arc", ".arc.gz", ".bad");

    /** What the structure of a document is made of. */
    enum Grammar {
        BRACES,
        TAGS,
        LINES,
        RECORDS
    }

    private final Grammar grammar;
    private final List<String> suffixes;

    PathKind(Grammar grammar, String... suffixes) {
        this.grammar = grammar;
        this.suffixes = List.of(suffixes);
    }

    Grammar grammar() {
        return grammar;
    }

    /** Whether a file of this name is an example of the kind. */
    boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(name::endsWith);
    }

    /** Name in commands, folders and figures. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a document of this kind is run through. */
    FuzzTarget target() {
        return switch (this) {
            case JSON -> new DocumentTarget(DocumentType.JSON);
            case HTML -> new DocumentTarget(DocumentType.HTML);
            case FEED -> new DocumentTarget(DocumentType.FEED);
            case PLAIN -> new DocumentTarget(DocumentType.SCRAPED_PAGE);
            case WARC -> new ArchiveTarget();
        };
    }
}
