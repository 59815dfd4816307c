package dev.newswire.publish.feed;

import dev.newswire.schema.EntryCopy;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.StoryPolicy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a feed shows of a group: one article, and the others listed under it. */
final class GroupView {
    private static final int MOST_COPIES = 20;
    private static final Comparator<FeedEntry> OLDEST_FIRST =
            Comparator.comparing(FeedEntry::getSortAt).thenComparing(FeedEntry::getArticleId);

    private GroupView() {}

    static FeedEntry of(List<FeedEntry> group, StoryPolicy policy) {
        FeedEntry shown = group.stream().min(order(group, policy)).orElseThrow();
        if (group.size() == 1) {
            return shown;
        }
        Set<String> copies = copies(group);
        List<EntryCopy> others = group.stream()
                .filter(member -> member != shown)
                .sorted(OLDEST_FIRST)
                .limit(MOST_COPIES)
                .map(member -> copy(member, copies.contains(member.getArticleId())))
                .toList();
        return FeedEntry.newBuilder(shown)
                .setCopies(others)
                .setCopyCount(group.size() - 1)
                .build();
    }

    private static Comparator<FeedEntry> order(List<FeedEntry> group, StoryPolicy policy) {
        if (policy == StoryPolicy.NEWEST) {
            return OLDEST_FIRST.reversed();
        }
        if (policy == StoryPolicy.BEST) {
            Map<String, Long> linked = linked(group);
            return Comparator.comparing((FeedEntry member) -> -linked.getOrDefault(member.getArticleId(), 0L))
                    .thenComparing(OLDEST_FIRST);
        }
        return OLDEST_FIRST;
    }

    /** How many of the group link to each article. */
    private static Map<String, Long> linked(List<FeedEntry> group) {
        Set<String> members = group.stream().map(FeedEntry::getArticleId).collect(Collectors.toSet());
        return group.stream()
                .flatMap(member -> member.getLinks().stream())
                .map(Link::getArticleId)
                .filter(members::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Articles that name another of the group as their copy, or are named so. */
    private static Set<String> copies(List<FeedEntry> group) {
        Set<String> members = group.stream().map(FeedEntry::getArticleId).collect(Collectors.toSet());
        Set<String> copies = new HashSet<>();
        for (FeedEntry member : group) {
            for (Link link : member.getLinks()) {
                if (link.getKind() == LinkKind.DUPLICATE && members.contains(link.getArticleId())) {
                    copies.add(member.getArticleId());
                    copies.add(link.getArticleId());
                }
            }
        }
        return copies;
    }

    private static EntryCopy copy(FeedEntry member, boolean duplicate) {
        return EntryCopy.newBuilder()
                .setArticleId(member.getArticleId())
                .setSource(member.getSource())
                .setUrl(member.getUrl())
                .setTitle(member.getTitle())
                .setLanguage(member.getLanguage())
                .setSortAt(member.getSortAt())
                .setKind(duplicate ? LinkKind.DUPLICATE : LinkKind.SAME_STORY)
                .build();
    }
}
