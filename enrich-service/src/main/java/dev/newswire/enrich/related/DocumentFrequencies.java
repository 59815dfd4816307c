package dev.newswire.enrich.related;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * In how many news articles a word occurs. The table ships with the service and has a version, so that a replay weighs
 * words as the first run did.
 */
public final class DocumentFrequencies {
    private static final String RESOURCE = "document-frequencies.tsv.gz";
    /** Words below the table's own threshold are taken to occur in one article. */
    private static final int UNLISTED = 1;

    private final Map<String, Integer> counts;
    private final int documents;
    private final String version;

    private DocumentFrequencies(Map<String, Integer> counts, int documents, String version) {
        this.counts = counts;
        this.documents = documents;
        this.version = version;
    }

    /** The table that ships with the service. */
    public static DocumentFrequencies shipped() {
        return Shipped.TABLE;
    }

    /** Inverse document frequency, from 0 (in every article) to about 10 (in none). */
    public double idf(String word) {
        int count = counts.getOrDefault(word, UNLISTED);
        return Math.max(0, Math.log((documents + 1.0) / (count + 1.0)));
    }

    /** Whether the table has the word. */
    public boolean knows(String word) {
        return counts.containsKey(word);
    }

    /** Changes with every byte of the table. */
    public String version() {
        return version;
    }

    static DocumentFrequencies read(byte[] compressed) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(compressed)), StandardCharsets.UTF_8))) {
            Map<String, Integer> counts = new HashMap<>(1 << 17);
            String header = lines.readLine();
            int documents = Integer.parseInt(header.substring(header.indexOf('\t') + 1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                counts.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
            }
            return new DocumentFrequencies(counts, documents, "df-" + Resources.shortHash(compressed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shipped {
        static final DocumentFrequencies TABLE = read(Resources.bytes(RESOURCE));
    }
}
