package dev.newswire.benchmarks.tagger;

import dev.newswire.benchmarks.DataException;
import dev.newswire.schema.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence cut into words by its annotators, with its names.
 *
 * @param opensDocument whether a document begins here, where the corpus says so
 */
public record Sentence(List<String> words, List<Name> names, boolean opensDocument) {
    private static final String DOCUMENT = "-DOCSTART-";

    /** A name, from its first word to before its last. */
    public record Name(int from, int to, EntityType type) {}

    /**
     * Reads a corpus in columns, the word in the first and its BIO tag in the last, sentences parted by empty lines,
     * gzipped where the name says so. Tags of types other than PER, ORG and LOC count as MISC.
     *
     * @throws DataException if the file is absent or has another form
     */
    public static List<Sentence> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no " + file + ": give a file of words and BIO tags in columns.");
        }
        List<Sentence> sentences = new ArrayList<>();
        Builder builder = new Builder();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                builder.line(line, sentences, file);
            }
        }
        builder.end(sentences);
        return sentences;
    }

    /** Consecutive sentences of one document, where the corpus says, else so many as an article has. */
    public static List<List<Sentence>> documents(List<Sentence> sentences, int most) {
        List<List<Sentence>> documents = new ArrayList<>();
        List<Sentence> current = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (!current.isEmpty() && (sentence.opensDocument() || current.size() >= most)) {
                documents.add(current);
                current = new ArrayList<>();
            }
            current.add(sentence);
        }
        if (!current.isEmpty()) {
            documents.add(current);
        }
        return documents;
    }

    /** Names of several sentences, by their words counted through. */
    public static List<Name> names(List<Sentence> sentences) {
        List<Name> names = new ArrayList<>();
        int first = 0;
        for (Sentence sentence : sentences) {
            for (Name name : sentence.names()) {
                names.add(new Name(first + name.from(), first + name.to(), name.type()));
            }
            first += sentence.words().size();
        }
        return names;
    }

    /** Puts a sentence together line by line. */
    private static final class Builder {
        private List<String> words = new ArrayList<>();
        private List<Name> names = new ArrayList<>();
        private boolean opensDocument;
        private int begun = -1;
        private @Nullable EntityType type;

        void line(String line, List<Sentence> sentences, Path file) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith(DOCUMENT)) {
                end(sentences);
                opensDocument |= !stripped.isEmpty();
                return;
            }
            int first = endOfFirst(line);
            int last = Math.max(line.lastIndexOf('\t'), line.lastIndexOf(' '));
            if (first < 0 || last < 0) {
                throw new DataException(file + " has a line without a tag: " + stripped);
            }
            word(line.substring(0, first), line.substring(last + 1).strip());
        }

        private static int endOfFirst(String line) {
            int tab = line.indexOf('\t');
            return tab >= 0 ? tab : line.indexOf(' ');
        }

        private void word(String word, String tag) {
            EntityType current = typeOf(tag);
            if (begun >= 0 && (current != type || tag.startsWith("B-"))) {
                close();
            }
            if (current != null && begun < 0) {
                begun = words.size();
                type = current;
            }
            words.add(word);
        }

        private void close() {
            if (begun >= 0 && type != null) {
                names.add(new Name(begun, words.size(), type));
            }
            begun = -1;
            type = null;
        }

        void end(List<Sentence> sentences) {
            close();
            if (!words.isEmpty()) {
                sentences.add(new Sentence(words, names, opensDocument));
                words = new ArrayList<>();
                names = new ArrayList<>();
                opensDocument = false;
            }
        }

        private static @Nullable EntityType typeOf(String tag) {
            if (tag.length() < 3 || tag.charAt(1) != '-') {
                return null;
            }
            return switch (tag.substring(2)) {
                case "PER", "person", "PERSON" -> EntityType.PERSON;
                case "ORG", "organisation", "ORGANIZATION" -> EntityType.ORGANISATION;
                case "LOC", "location", "LOCATION", "GPE" -> EntityType.LOCATION;
                default -> EntityType.MISC;
            };
        }
    }
}
