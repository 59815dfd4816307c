package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.Fetcher;
import dev.newswire.ingest.source.Reading;
import dev.newswire.schema.ScrapedArticle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fetches the pages of articles. */
final class PageFetcher {

    private static final int SERVER_ERRORS = 500;

    private final Fetcher fetcher;
    private final ContentReader contents;
    private final Timekeeper time;

    PageFetcher(Fetcher fetcher, ContentReader contents, Timekeeper time) {
        this.fetcher = fetcher;
        this.contents = contents;
        this.time = time;
    }

    Page fetch(Source source, String url) {
        try {
            Answer answer = fetcher.fetch(url, headers(source, url)).answer();
            int status = answer.status();
            if (status != 200) {
                boolean isPassing = status >= SERVER_ERRORS || status == 429 || status == 408;
                return new Page.Missing("the server answered with status " + status, isPassing);
            }
            return new Page.Read(contents.readPage(source, answer, time.now()));
        } catch (FetchException e) {
            return new Page.Missing(e.reason(), e.failure().isPassing());
        }
    }

    /** The item of a feed with the text of its page; what the feed says about it stays, what it leaves out is added. */
    static Reading.Found complete(Reading.Found item, ScrapedArticle page) {
        ScrapedArticle stated = item.article();
        String body = page.getBody();
        String teaser = stated.getBody();
        boolean isLonger = body != null && (teaser == null || body.length() > teaser.length() / 2);
        ScrapedArticle.Builder complete = ScrapedArticle.newBuilder(stated);
        if (isLonger) {
            complete.setBody(body).setBodyIsHtml(page.getBodyIsHtml());
        }
        if (stated.getAuthors().isEmpty()) {
            complete.setAuthors(page.getAuthors());
        }
        if (stated.getPublishedAt() == null) {
            complete.setPublishedAt(page.getPublishedAt());
        }
        if (stated.getLanguage() == null) {
            complete.setLanguage(page.getLanguage());
        }
        if (stated.getSection() == null) {
            complete.setSection(page.getSection());
        }
        return new Reading.Found(complete.build(), item.place(), item.excerpt(), item.related(), item.warnings());
    }

    /** The item as it is, with the reason why it is not more. */
    static Reading.Found incomplete(Reading.Found item, String reason) {
        List<String> warnings = new ArrayList<>(item.warnings());
        warnings.add("this is what the feed has, the page could not be read: " + reason);
        return new Reading.Found(item.article(), item.place(), item.excerpt(), item.related(), warnings);
    }

    /** What a source says in its headers is for its own site, not for pages elsewhere. */
    private static Map<String, String> headers(Source source, String url) {
        String origin = origin(url);
        boolean isOwn = source.urls().stream().anyMatch(own -> origin(own).equals(origin));
        return isOwn ? source.headers() : Map.of();
    }

    private static String origin(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
