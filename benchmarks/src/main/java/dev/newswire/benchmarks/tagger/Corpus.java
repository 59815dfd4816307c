package dev.newswire.benchmarks.tagger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A corpus to learn from.
 *
 * @param name beginning of the names of its files
 * @param licence of its annotations
 * @param completed whether what it does not mark is no name; otherwise it may be one of the other names
 * @param weight how much a sentence of it counts
 */
record Corpus(String name, String licence, boolean completed, float weight) {
    /**
     * What is learned from: annotations that are free to use without conditions on what is made of them. Tweets and
     * contracts, of which there are many, count less.
     */
    static final List<Corpus> ALL = List.of(
            new Corpus("crossner-ai", "MIT", true, 1),
            new Corpus("crossner-literature", "MIT", true, 1),
            new Corpus("crossner-music", "MIT", true, 1),
            new Corpus("crossner-politics", "MIT", true, 1),
            new Corpus("crossner-science", "MIT", true, 1),
            new Corpus("wikigold", "CC-BY-4.0", true, 1),
            new Corpus("wnut17", "CC-BY-4.0", true, 1),
            new Corpus("broad-twitter", "CC-BY-4.0", true, 0.5f),
            new Corpus("sec-filings", "CC-BY-3.0", true, 0.2f));

    private static final int ARTICLE = 40;
    /** Of so many sentences, one is read as a headline too. */
    private static final int HEADLINES = 4;

    /** Its files in a folder, sorted. */
    List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(name))
                    .sorted()
                    .toList();
        }
    }

    /** Its sentences as examples, and a share of the edited ones as headlines. */
    List<Example> examples(Path folder) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path file : files(folder)) {
            List<Sentence> sentences = Sentence.read(file);
            for (List<Sentence> document : Sentence.documents(sentences, ARTICLE)) {
                examples.add(Example.of(document, completed, false, weight));
            }
            for (int i = 0; weight >= 1 && i < sentences.size(); i += HEADLINES) {
                List<Sentence> headline = List.of(Headline.of(sentences.get(i)));
                examples.add(Example.of(headline, completed, true, weight));
            }
        }
        return examples;
    }
}
