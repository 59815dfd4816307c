package dev.newswire.ingest.poll;

/** Fetches the pages of one poll: only so many, and none of a site that keeps failing. For one thread. */
final class PageBudget {

    /** A site that fails so often in a row is left alone until the next poll. */
    private static final int MOST_FAILURES = 3;

    private final Source source;
    private final PageFetcher pages;
    private int left;
    private int failures;

    PageBudget(Source source, PageFetcher pages) {
        this.source = source;
        this.pages = pages;
        this.left = source.pages();
    }

    /** Whether no more pages may be fetched in this poll. */
    boolean isSpent() {
        return left == 0;
    }

    /** Whether the last pages all failed. */
    boolean isSiteFailing() {
        return failures >= MOST_FAILURES;
    }

    /** Fetches one. */
    Page fetch(String url) {
        left--;
        Page page = pages.fetch(source, url);
        failures = page instanceof Page.Missing missing && missing.isPassing() ? failures + 1 : 0;
        return page;
    }
}
