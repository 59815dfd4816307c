package dev.newswire.ingest.archive;

/**
 * A place in an archive to which a later reading can return.
 *
 * @param offset of a record or a gzip member, in bytes
 * @param items records and damages from there that are done
 */
public record ArchivePosition(long offset, long items) {

    /** The beginning. */
    public static final ArchivePosition START = new ArchivePosition(0, 0);
}
