package dev.newswire.ingest.archive;

/**
 * A place in an archive to which a later reading can return.
 *
 * @param offset of a record or a gzip member, in bytes
 * @param items records and damages from there that are done
 * @param work bytes that were inflated before that place: how much more may be depends on it where members are damaged
 */
public record ArchivePosition(long offset, long items, long work) {

    /** The beginning. */
    public static final ArchivePosition START = new ArchivePosition(0, 0, 0);
}
