package dev.newswire.publish.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a page.
 *
 * @param title for the window
 * @param feedId the feed that readers may subscribe to; null for none
 * @param liveFeedId the feed whose changes change the page; null for a page that stays as it is
 * @param words what the reader searched for; empty where nothing
 * @param everySeconds how often the page is looked at anew without being told; 0 for never
 */
record Frame(
        String title, @Nullable String feedId, @Nullable String liveFeedId, String words, int everySeconds) {
    private static final String SITE = "Newswire";

    /** A page that stays as it is. */
    static Frame still(String title) {
        return new Frame(titled(title), null, null, "", 0);
    }

    /** The page of a feed. */
    static Frame ofFeed(String title, String feedId) {
        return new Frame(titled(title), feedId, feedId, "", 0);
    }

    /** A page that changes with a feed that is not its own. */
    static Frame following(String title, String feedId) {
        return new Frame(titled(title), null, feedId, "", 0);
    }

    /** What was found for words. */
    static Frame found(String title, String words) {
        return new Frame(titled(title), null, null, words, 0);
    }

    /** A page of numbers that change all the time. */
    static Frame every(int seconds, String title) {
        return new Frame(titled(title), null, null, "", seconds);
    }

    private static String titled(String title) {
        return title.isEmpty() ? SITE : title + " · " + SITE;
    }
}
