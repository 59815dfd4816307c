package dev.newswire.integration.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small archive of pages that were fetched long ago. */
final class HistoryArchive {
    private HistoryArchive() {}

    /** Writes an archive that holds so many pages. */
    static Path write(Path file, int pages) throws IOException {
        StringBuilder archive = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            archive.append(record(i));
        }
        return Files.writeString(file, archive, StandardCharsets.US_ASCII);
    }

    private static String record(int number) {
        String block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number);
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                + String.format(java.util.Locale.ROOT, "%012d", number)
                + ">\r\nWARC-Target-URI: http://old.example/story-" + number
                + "\r\nWARC-Date: 2014-02-03T04:05:06Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + block.length() + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static String page(int number) {
        return "<!doctype html><html lang=en><head><title>Old story " + number + "</title>"
                + "<meta property=\"article:published_time\" content=\"2014-02-01T10:00:00Z\"></head><body><article>"
                + ("<p>The lighthouse keepers of the northern coast met on Saturday to speak about story " + number
                                + ", and agreed that each of the lamps should be looked at once more before the storms"
                                + " of spring.</p>")
                        .repeat(4)
                + "</article></body></html>";
    }
}
