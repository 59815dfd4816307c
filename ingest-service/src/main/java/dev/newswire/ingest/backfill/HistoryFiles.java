package dev.newswire.ingest.backfill;

import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Sniffer;
import dev.newswire.platform.config.SettingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Finds and opens files of history; their form is found out by content. */
final class HistoryFiles {

    private static final List<String> SUFFIXES =
            List.of(".warc", ".warc.gz", ".arc", ".arc.gz", ".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz");
    private static final int HEAD_BYTES = 4 * 1024;

    private final BackfillSettings settings;
    private final Readers readers = new Readers();
    private final @Nullable String source;
    private final @Nullable Instant fetchedAt;

    /**
     * @param source of lines that name none, or null
     * @param fetchedAt of lines and records that do not tell; null for the time of the file
     */
    HistoryFiles(BackfillSettings settings, @Nullable String source, @Nullable Instant fetchedAt) {
        this.settings = settings;
        this.source = source;
        this.fetchedAt = fetchedAt;
    }

    /**
     * Each file once, and in place of a folder the archives and lines under it by name.
     *
     * @throws SettingException if one is not there, or a folder holds none
     */
    static List<Path> find(List<Path> places) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                files.add(place.toAbsolutePath().normalize());
                continue;
            }
            if (!Files.isDirectory(place)) {
                throw new SettingException(
                        "There is no " + place + ": name archives, NDJSON files or folders of them.");
            }
            List<Path> within = within(place);
            if (within.isEmpty()) {
                throw new SettingException("There is no archive and no NDJSON file in " + place + " (looked for "
                        + String.join(", ", SUFFIXES) + ").");
            }
            files.addAll(within);
        }
        return List.copyOf(files);
    }

    /**
     * Opens a file where an earlier run left it.
     *
     * @throws SettingException if it is neither an archive nor NDJSON
     */
    HistoryFile open(Path file, ArchivePosition from) throws IOException {
        byte[] start = head(file, false);
        boolean isGzip = start.length > 1 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        byte[] head = isGzip ? head(file, true) : start;
        Instant fallback = fetchedAt == null ? Files.getLastModifiedTime(file).toInstant() : fetchedAt;
        if (isArchive(head) || hasArchiveName(file)) {
            return new ArchiveFile(file, from, settings.documentBytes(), readers, fallback);
        }
        DocumentType type = Sniffer.typeOf(head);
        if (type == DocumentType.NDJSON || type == DocumentType.JSON || hasLinesName(file)) {
            Origin origin = new Origin(source, null, fallback, null);
            return new LinesFile(file, isGzip, from, settings.lineBytes(), readers, origin);
        }
        throw new SettingException(file + " is neither an archive (WARC, ARC) nor NDJSON; use newswire send.");
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> SUFFIXES.stream().anyMatch(name(file)::endsWith))
                    .map(file -> file.toAbsolutePath().normalize())
                    .toList();
        }
    }

    private static byte[] head(Path file, boolean isGzip) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = isGzip ? new GZIPInputStream(plain) : plain) {
            for (int next = in.read(); next >= 0 && length < HEAD_BYTES; next = in.read()) {
                head[length++] = (byte) next;
            }
        } catch (java.io.EOFException | java.util.zip.ZipException damaged) {
            // What could be read tells enough, or the name does.
        }
        return Arrays.copyOf(head, length);
    }

    private static boolean isArchive(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("WARC/") || text.startsWith("filedesc:");
    }

    private static boolean hasArchiveName(Path file) {
        String name = name(file);
        return name.contains(".warc") || name.endsWith(".arc") || name.endsWith(".arc.gz");
    }

    private static boolean hasLinesName(Path file) {
        return name(file).contains(".ndjson") || name(file).contains(".jsonl");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
