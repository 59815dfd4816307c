package dev.newswire.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads archives that are in memory. */
final class Archives {

    static final int BLOCK_BYTES = 64 * 1024;

    private Archives() {}

    /** Everything that the archive holds. */
    static List<ArchiveItem> read(byte[] archive) {
        return read(archive, ArchivePosition.START);
    }

    /** Everything from a position on. */
    static List<ArchiveItem> read(byte[] archive, ArchivePosition from) {
        List<ArchiveItem> items = new ArrayList<>();
        List<ArchivePosition> positions = new ArrayList<>();
        read(archive, from, items, positions);
        return items;
    }

    /** Where to go on after each item. */
    static List<ArchivePosition> positions(byte[] archive) {
        List<ArchivePosition> positions = new ArrayList<>();
        read(archive, ArchivePosition.START, new ArrayList<>(), positions);
        return positions;
    }

    static List<ArchiveItem.Record> records(byte[] archive) {
        return read(archive).stream()
                .filter(ArchiveItem.Record.class::isInstance)
                .map(ArchiveItem.Record.class::cast)
                .toList();
    }

    static List<ArchiveItem.Damage> damages(byte[] archive) {
        return read(archive).stream()
                .filter(ArchiveItem.Damage.class::isInstance)
                .map(ArchiveItem.Damage.class::cast)
                .toList();
    }

    private static void read(
            byte[] archive, ArchivePosition from, List<ArchiveItem> items, List<ArchivePosition> positions) {
        try {
            Path file = Files.createTempFile("archive", ".warc");
            Files.write(file, archive);
            try (FileChannel channel = FileChannel.open(file);
                    ArchiveReader reader = new ArchiveReader(channel, BLOCK_BYTES, from)) {
                for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                    items.add(item);
                    positions.add(reader.position());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
