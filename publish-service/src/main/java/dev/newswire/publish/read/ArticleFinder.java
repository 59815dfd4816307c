package dev.newswire.publish.read;

import java.util.List;

/** Finds articles by words. */
public interface ArticleFinder {
    /**
     * Ids of articles whose titles or names have all of the words, the best first.
     *
     * @param limit most articles
     */
    List<String> find(String words, int limit);
}
