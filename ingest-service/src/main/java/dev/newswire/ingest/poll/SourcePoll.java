package dev.newswire.ingest.poll;

import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.schema.SourceDocument;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One poll of one source: asks for its documents and hands on what is new in them. For one thread, used once. */
final class SourcePoll {

    private static final int MOST_PARTS = 20;

    private final Source source;
    private final SourceState before;
    private final Visitor visitor;
    private final ContentReader contents;
    private final Items items;
    private final Timekeeper time;
    private final Map<String, SourceDocument> documents = new LinkedHashMap<>();
    private final Set<String> visited = new LinkedHashSet<>();
    private final List<String> errors = new ArrayList<>();
    private boolean isRefused;
    private @Nullable Duration asked;
    private @Nullable Duration retryAfter;

    SourcePoll(
            Source source, SourceState before, Visitor visitor, ContentReader contents, Items items, Timekeeper time) {
        this.source = source;
        this.before = before;
        this.visitor = visitor;
        this.contents = contents;
        this.items = items;
        this.time = time;
        before.getDocuments().forEach(document -> documents.put(document.getUrl(), document));
    }

    /**
     * Polls.
     *
     * @param chance from 0 to 1, by which the next poll is moved
     * @return what is known of the source now, with the time of the next poll
     * @throws dev.newswire.ingest.intake.UnavailableException if what was found could not be handed on
     */
    SourceState poll(double chance) {
        for (String url : source.urls()) {
            visit(url, 0);
        }
        for (SourceDocument part : List.copyOf(documents.values())) {
            if (!source.urls().contains(part.getUrl()) && isPartOfVisited(part)) {
                visit(part.getUrl(), 1);
            }
        }
        documents.keySet().retainAll(visited);
        return next(chance);
    }

    /** An index that has not changed may well name parts that have. */
    private boolean isPartOfVisited(SourceDocument part) {
        return !visited.contains(part.getUrl()) && source.type() != SourceType.FEED && visited.size() <= MOST_PARTS;
    }

    private void visit(String url, int depth) {
        SourceDocument known = documents.getOrDefault(url, Visitor.unknown(url));
        visited.add(url);
        documents.put(url, known);
        if (known.getGone()) {
            return;
        }
        Visit visit = visitor.visit(source, known);
        if (visit instanceof Visit.Failed failed) {
            errors.add(failed.reason());
            retryAfter = longer(retryAfter, failed.retryAfter());
        } else if (visit instanceof Visit.Same same) {
            asked = longer(asked, same.fresh());
        } else if (visit instanceof Visit.Changed changed) {
            asked = longer(asked, changed.fresh());
            boolean isAll = read(contents.read(source, changed.answer(), time.now()), depth);
            documents.put(url, isAll ? changed.document() : unread(changed.document()));
            return;
        }
        documents.put(url, visit.document());
    }

    /** Whether all of it was dealt with; the rest is left for the next poll. */
    private boolean read(Content content, int depth) {
        if (content instanceof Content.Parts parts) {
            parts(parts, depth);
            return true;
        }
        if (content instanceof Content.Pages pages) {
            return items.takePages(pages.entries());
        }
        Content.Articles articles = (Content.Articles) content;
        asked = longer(asked, articles.asked());
        String refusal = Items.refusalOfAll(articles.readings());
        if (refusal != null) {
            errors.add(refusal);
            isRefused = true;
        }
        return items.takeArticles(articles);
    }

    /** The newest parts; those that have not changed within the window are left alone, and so are indexes in them. */
    private void parts(Content.Parts parts, int depth) {
        if (depth > 0) {
            errors.add("an index of sitemaps names another index, which is not followed");
            return;
        }
        Instant oldest = time.now().minus(source.window());
        parts.entries().stream()
                .filter(part -> part.link() != null && !Items.time(part).isBefore(oldest))
                .sorted(Comparator.comparing(Items::time).reversed())
                .map(FeedItem::link)
                .distinct()
                .limit(MOST_PARTS)
                .forEach(link -> visit(String.valueOf(link), depth + 1));
    }

    /** Without anything by which it would be found unchanged. */
    private static SourceDocument unread(SourceDocument document) {
        return SourceDocument.newBuilder(document)
                .setEtag(null)
                .setLastModified(null)
                .setContentHash("")
                .build();
    }

    private SourceState next(double chance) {
        PollResult result = result();
        boolean isGood = result == PollResult.CHANGED || result == PollResult.UNCHANGED;
        int failures = isGood ? 0 : before.getFailures() + 1;
        Duration interval = Duration.ofSeconds(before.getIntervalSeconds());
        Duration paced = isGood ? Pace.next(source, interval, result == PollResult.CHANGED) : interval;
        Instant now = time.now();
        SourceState.Builder next = SourceState.newBuilder(before)
                .setNextPollAt(now.plus(pause(isGood, failures, paced, chance)))
                .setIntervalSeconds(Math.max(1, paced.toSeconds()))
                .setFailures(failures)
                .setLastPollAt(now)
                .setLastResult(result.id())
                .setLastError(error(result))
                .setDocuments(List.copyOf(documents.values()))
                .setSeen(items.memory().items());
        if (items.delivered() > 0) {
            next.setLastChangeAt(now).setLastItems(items.delivered()).setItems(before.getItems() + items.delivered());
        }
        return next.build();
    }

    private Duration pause(boolean isGood, int failures, Duration paced, double chance) {
        if (!isGood) {
            return Pace.backOff(source, failures, retryAfter, chance);
        }
        return items.isMoreLeft() ? source.minimumInterval() : Pace.pause(source, paced, asked, chance);
    }

    private PollResult result() {
        boolean isGone = source.urls().stream().allMatch(url -> {
            SourceDocument document = documents.get(url);
            return document != null && document.getGone();
        });
        if (isGone) {
            return PollResult.GONE;
        }
        boolean isStillRefused = items.delivered() == 0
                && errors.isEmpty()
                && before.getLastResult().equals(PollResult.REFUSED.id())
                && hashes(before.getDocuments()).equals(hashes(List.copyOf(documents.values())));
        if (isRefused || isStillRefused) {
            return PollResult.REFUSED;
        }
        if (items.delivered() > 0) {
            return PollResult.CHANGED;
        }
        return errors.isEmpty() ? PollResult.UNCHANGED : PollResult.FAILED;
    }

    private static List<String> hashes(List<SourceDocument> documents) {
        return documents.stream().map(SourceDocument::getContentHash).toList();
    }

    private @Nullable String error(PollResult result) {
        if (result == PollResult.GONE) {
            return "the server says that it is gone for good (410)";
        }
        if (errors.isEmpty()) {
            return result == PollResult.REFUSED ? before.getLastError() : null;
        }
        return errors.get(0) + (errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)");
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }
}
