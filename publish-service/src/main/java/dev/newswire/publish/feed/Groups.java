package dev.newswire.publish.feed;

import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.StoryPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one feed that shows only one of several. Articles are of one group if one names the other as its copy
 * or, where the feed asks for it, if they are of one story; so the groups follow from the articles and their links
 * alone, whatever the order in which they came.
 */
final class Groups {
    /** Most articles that are looked at together; of a greater group parts are shown. */
    private static final int MOST = 500;

    private static final String STORY = "story:";

    private final String feedId;
    private final GroupTable table;
    private final EntryShelf shelf;
    private final Keeping keeping;

    Groups(String feedId, GroupTable table, EntryShelf shelf, Keeping keeping) {
        this.feedId = feedId;
        this.table = table;
        this.shelf = shelf;
        this.keeping = keeping;
    }

    /** Puts an article in the place of what was known of it; null takes it out. */
    void put(String articleId, @Nullable FeedEntry entry) {
        FeedEntry old = table.member(feedId, articleId);
        if (Objects.equals(old, entry)) {
            return;
        }
        if (old != null && entry != null && names(old).equals(names(entry))) {
            replace(old, entry);
            return;
        }
        Set<FeedEntry> before = old == null ? new LinkedHashSet<>() : group(old);
        if (old != null) {
            forget(old);
            shelf.hide(old);
        }
        if (entry != null) {
            table.put(entry);
            names(entry).forEach(named -> table.link(feedId, named, articleId));
        }
        Set<FeedEntry> toShow = new LinkedHashSet<>(before);
        toShow.remove(old);
        if (entry != null) {
            toShow.add(entry);
        }
        while (!toShow.isEmpty()) {
            Set<FeedEntry> group = group(toShow.iterator().next());
            show(group);
            toShow.removeAll(group);
        }
    }

    /** Puts an article in the place of what was known of it where it names the same others, as with most changes. */
    private void replace(FeedEntry old, FeedEntry entry) {
        table.put(entry);
        if (!old.getSortAt().equals(entry.getSortAt())) {
            shelf.hide(old);
        }
        show(group(entry));
    }

    /** Lets a group go whose entry this is. */
    void evict(FeedEntry entry) {
        FeedEntry shown = table.member(feedId, entry.getArticleId());
        if (shown != null) {
            group(shown).forEach(this::forget);
        }
        shelf.evict(entry);
    }

    /** Takes all articles out and returns them. */
    List<FeedEntry> clear() {
        List<FeedEntry> all = table.members(feedId);
        all.forEach(this::forget);
        return all;
    }

    private void show(Set<FeedEntry> group) {
        FeedEntry shown = GroupView.of(List.copyOf(group), keeping.stories());
        for (FeedEntry member : group) {
            if (!member.getArticleId().equals(shown.getArticleId())) {
                shelf.hide(member);
            }
        }
        shelf.show(shown);
    }

    private void forget(FeedEntry member) {
        table.delete(feedId, member.getArticleId());
        names(member).forEach(named -> table.unlink(feedId, named, member.getArticleId()));
    }

    /** The articles that belong together with one, itself first. */
    private Set<FeedEntry> group(FeedEntry start) {
        Set<FeedEntry> group = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>(List.of(start.getArticleId()));
        Deque<FeedEntry> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && group.size() < MOST) {
            FeedEntry member = open.remove();
            group.add(member);
            for (String other : neighbours(member)) {
                FeedEntry neighbour = seen.add(other) ? table.member(feedId, other) : null;
                if (neighbour != null) {
                    open.add(neighbour);
                }
            }
        }
        return group;
    }

    private Set<String> neighbours(FeedEntry member) {
        Set<String> others = new LinkedHashSet<>();
        for (String named : names(member)) {
            if (named.startsWith(STORY)) {
                others.addAll(table.naming(feedId, named));
            } else {
                others.add(named);
            }
        }
        if (keeping.duplicates() == DuplicatePolicy.COLLAPSE) {
            others.addAll(table.naming(feedId, member.getArticleId()));
        }
        return others;
    }

    private List<String> names(FeedEntry member) {
        List<String> names = new ArrayList<>();
        if (keeping.duplicates() == DuplicatePolicy.COLLAPSE) {
            copies(member).forEach(names::add);
        }
        if (keeping.stories() != StoryPolicy.EVERY) {
            names.add(STORY + member.getStoryId());
        }
        return names;
    }

    private static Stream<String> copies(FeedEntry member) {
        return member.getLinks().stream()
                .filter(link -> link.getKind() == LinkKind.DUPLICATE)
                .map(Link::getArticleId);
    }
}
