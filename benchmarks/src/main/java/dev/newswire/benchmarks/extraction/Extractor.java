package dev.newswire.benchmarks.extraction;

import org.jspecify.annotations.Nullable;

/** Takes the article from a page. */
interface Extractor {

    /** Whatever the page holds, this returns. */
    Extracted extract(byte[] html, @Nullable String url);
}
