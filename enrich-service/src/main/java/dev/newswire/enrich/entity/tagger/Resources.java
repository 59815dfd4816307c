package dev.newswire.enrich.entity.tagger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What the features ask of words and names, read from one gzipped file. */
public record Resources(WordClasses words, NameTypes names) {
    /** Reads the classes of words and then the types of names. */
    public static Resources read(InputStream packed) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16));
        return new Resources(WordClasses.read(in), NameTypes.read(in));
    }
}
