package dev.newswire.benchmarks.tagger;

import dev.newswire.benchmarks.Figures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Says of trained weights what they were made from, how, when and how good they are. */
record Manifest(List<Corpus> corpora, int bits, int epochs, float dropout, float unknown, float silver, long seed) {
    String text(byte[] words, byte[] weights, Figures scores) {
        return String.join(
                        "\n",
                        "# What the tagger of names was trained on. Made with its weights; do not edit.",
                        "corpora=" + list(),
                        "words=nlp4j-english 1.1.2 Brown clusters (Apache-2.0), knowner-models 1.0 gazetteers (Apache-2.0), "
                                + "lower-case shares counted in public-domain and CC-BY texts",
                        "bits=" + bits,
                        "epochs=" + epochs,
                        "dropout=" + dropout,
                        "unknown=" + unknown,
                        "silver=" + silver + (silver > 0 ? " " + OpenTexts.LICENCES : ""),
                        "seed=" + seed,
                        "trained=" + LocalDate.now(ZoneOffset.UTC),
                        "words.sha256=" + sha256(words),
                        "weights.sha256=" + sha256(weights),
                        "scores=" + scores.json())
                + "\n";
    }

    private String list() {
        return corpora.stream()
                .map(corpus -> corpus.name() + " (" + corpus.licence() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
