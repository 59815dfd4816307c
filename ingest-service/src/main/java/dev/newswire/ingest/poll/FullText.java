package dev.newswire.ingest.poll;

/** Whether the pages behind the items of a feed are fetched. */
public enum FullText {
    /** What the feed has is all. */
    NEVER,
    /** Where the feed has only the beginning. */
    TEASERS,
    /** For every item. */
    ALWAYS
}
