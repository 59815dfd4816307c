package dev.newswire.benchmarks.language;

import org.jspecify.annotations.Nullable;

/** Tells the language that a text is written in. */
interface Recogniser {

    /** The ISO 639 code, of two letters where there is one; null where it does not tell. */
    @Nullable
    String recognise(String text);
}
