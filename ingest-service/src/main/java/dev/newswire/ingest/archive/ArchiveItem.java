package dev.newswire.ingest.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an archive holds: records, and places where something is lost. */
public sealed interface ArchiveItem {

    /** Where in the file: the record, or the gzip member that it is in. */
    long offset();

    /**
     * A record that is whole.
     *
     * @param type as WARC names it: response, resource, request ...
     * @param target where it was fetched, or empty
     * @param date when it was fetched, or null where that is not readable
     * @param block what follows the header; only the first bytes where {@code isCut}
     * @param length of the whole block in bytes
     * @param isCut whether the block is larger than what is kept
     */
    record Record(
            long offset,
            String type,
            String target,
            @Nullable Instant date,
            RecordFields fields,
            byte[] block,
            long length,
            boolean isCut)
            implements ArchiveItem {}

    /**
     * Something that is lost: a record, or what stands where one should begin.
     *
     * @param reason in a few words
     */
    record Damage(long offset, String reason) implements ArchiveItem {}
}
