package dev.newswire.publish.page;

import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of the page of a story: who told it when, and each of its versions with the copies made of it. */
final class StoryHtml {
    private static final int WIDTH = 600;
    private static final int ROW = 22;
    private static final int LEFT = 150;
    private static final int RIGHT = 12;
    private static final int NAME_CHARACTERS = 20;
    private static final int ROWS = 12;

    private final EntryHtml entryHtml;

    StoryHtml(Links links) {
        this.entryHtml = new EntryHtml(links);
    }

    /** A row for each source, a dot for each of its articles; nothing where there is but one article. */
    void timeline(Html html, List<FeedEntry> newestFirst) {
        if (newestFirst.size() < 2) {
            return;
        }
        Instant first = newestFirst.get(newestFirst.size() - 1).getSortAt();
        Instant last = newestFirst.get(0).getSortAt();
        Map<String, List<FeedEntry>> rows = bySource(newestFirst);
        html.open("figure", "class", "timeline");
        html.open(
                "svg",
                "class",
                "dots",
                "viewBox",
                "0 0 " + WIDTH + " " + ROW * Math.min(ROWS, rows.size()),
                "role",
                "img",
                "aria-label",
                "Who told the story when");
        int y = ROW / 2;
        for (Map.Entry<String, List<FeedEntry>> row :
                rows.entrySet().stream().limit(ROWS).toList()) {
            row(html, y, row.getKey(), row.getValue(), first, last);
            y += ROW;
        }
        html.end().open("figcaption");
        html.element("span", Words.spoken(first)).element("span", Words.spoken(last));
        html.close().end();
    }

    private static Map<String, List<FeedEntry>> bySource(List<FeedEntry> newestFirst) {
        Map<String, List<FeedEntry>> rows = new LinkedHashMap<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            FeedEntry entry = newestFirst.get(i);
            rows.computeIfAbsent(entry.getSource(), source -> new ArrayList<>()).add(entry);
        }
        return rows;
    }

    private static void row(Html html, int y, String source, List<FeedEntry> entries, Instant first, Instant last) {
        String name = source.length() > NAME_CHARACTERS ? source.substring(0, NAME_CHARACTERS - 1) + "…" : source;
        html.element("text", name, "x", Integer.toString(LEFT - 12), "y", Integer.toString(y + 4));
        String middle = Integer.toString(y);
        html.open(
                        "line",
                        "x1",
                        Integer.toString(LEFT),
                        "x2",
                        Integer.toString(WIDTH - RIGHT),
                        "y1",
                        middle,
                        "y2",
                        middle)
                .close();
        for (FeedEntry entry : entries) {
            html.open("circle", "cx", Long.toString(x(entry.getSortAt(), first, last)), "cy", middle, "r", "5");
            html.element("title", Words.spoken(entry.getSortAt()) + ": " + entry.getTitle())
                    .close();
        }
    }

    private static long x(Instant time, Instant first, Instant last) {
        double span = Math.max(1, last.toEpochMilli() - first.toEpochMilli());
        double share = (time.toEpochMilli() - first.toEpochMilli()) / span;
        return Math.round(LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16));
    }

    /** The versions, the newest first; the copies of each stand under the oldest of them. */
    void versions(Html html, List<FeedEntry> newestFirst) {
        Set<String> copies = new HashSet<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            FeedEntry entry = newestFirst.get(i);
            if (!copies.contains(entry.getArticleId())) {
                copies.addAll(duplicatesOf(entry));
            }
        }
        for (FeedEntry entry : newestFirst) {
            if (!copies.contains(entry.getArticleId())) {
                version(html, entry, newestFirst);
            }
        }
    }

    private void version(Html html, FeedEntry entry, List<FeedEntry> all) {
        html.open("article", "class", "story", "id", EntryHtml.id(entry));
        entryHtml.whole(html, entry);
        Set<String> ids = duplicatesOf(entry);
        List<FeedEntry> copies =
                all.stream().filter(other -> ids.contains(other.getArticleId())).toList();
        if (!copies.isEmpty()) {
            html.open("div", "class", "more").element("p", "Copies of it", "class", "label");
            html.open("ul");
            copies.forEach(copy -> entryHtml.brief(html, copy));
            html.close().close();
        }
        html.end();
    }

    private static Set<String> duplicatesOf(FeedEntry entry) {
        Set<String> ids = new HashSet<>();
        for (Link link : entry.getLinks()) {
            if (link.getKind() == LinkKind.DUPLICATE) {
                ids.add(link.getArticleId());
            }
        }
        return ids;
    }
}
