package dev.newswire.ingest.poll;

import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.feed.FeedTime;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is new among the items of one poll, completes it with its pages, and hands it on. For one thread. */
final class Items {

    private final Source source;
    private final ItemMemory memory;
    private final Intake intake;
    private final PageBudget pages;
    private final Outlet outlet;
    private final Timekeeper time;
    private int delivered;
    private boolean isMoreLeft;

    Items(Source source, ItemMemory memory, Intake intake, PageFetcher pages, Outlet outlet, Timekeeper time) {
        this.source = source;
        this.memory = memory;
        this.intake = intake;
        this.pages = new PageBudget(source, pages);
        this.outlet = outlet;
        this.time = time;
    }

    ItemMemory memory() {
        return memory;
    }

    /** Number of articles handed on. */
    int delivered() {
        return delivered;
    }

    /** Whether something new was left for the next poll. */
    boolean isMoreLeft() {
        return isMoreLeft;
    }

    /** When a page was last changed or published; the greatest time where its sitemap does not say. */
    static Instant time(FeedItem entry) {
        return Stream.of(entry.updated(), entry.published())
                .filter(stated -> stated != null && stated.at() != null)
                .map(FeedTime::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** Why there is nothing in a document, where there is not; null where there is. */
    static @Nullable String refusalOfAll(List<Reading> readings) {
        boolean isWhole = readings.size() == 1 && readings.get(0).place().equals(Place.WHOLE);
        return isWhole && readings.get(0) instanceof Reading.Refused refused
                ? refused.refusal().reason()
                : null;
    }

    /** Takes articles; false where some are left for the next poll. */
    boolean takeArticles(Content.Articles articles) {
        List<Reading> readings = articles.readings().stream()
                .map(reading -> Statement.localised(reading, source.language()))
                .toList();
        List<Outcome> outcomes = intake.prepare(readings, source.id(), time.now());
        List<Fresh> fresh = new ArrayList<>();
        boolean isAll = true;
        boolean isToRetry = false;
        for (int i = 0; i < outcomes.size(); i++) {
            Fresh item = Fresh.of(outcomes.get(i));
            if (memory.isKnown(item.item(), item.content())) {
                continue;
            }
            String page = pageOf(readings.get(i), articles.teasers().contains(i));
            if (page != null && pages.isSpent()) {
                isAll = false;
                continue;
            }
            Fresh taken = page == null ? item : completed((Reading.Found) readings.get(i), item, page);
            isToRetry |= !taken.isFinal();
            fresh.add(taken);
        }
        deliver(fresh);
        isMoreLeft |= !isAll;
        return isAll && !isToRetry;
    }

    /** Takes the pages that a sitemap names, newest first; false where some are left for the next poll. */
    boolean takePages(List<FeedItem> entries) {
        Instant oldest = time.now().minus(source.window());
        List<FeedItem> candidates = entries.stream()
                .filter(entry -> entry.link() != null && !time(entry).isBefore(oldest))
                .sorted(Comparator.comparing(Items::time).reversed())
                .toList();
        List<Fresh> fresh = new ArrayList<>();
        boolean isToRetry = false;
        for (FeedItem entry : candidates) {
            String item = "page " + entry.link();
            String version = version(entry);
            if (memory.isKnown(item, version)) {
                continue;
            }
            if (pages.isSpent() || pages.isSiteFailing()) {
                isMoreLeft |= pages.isSpent();
                isToRetry = true;
                break;
            }
            isToRetry |= !takePage(entry, item, version, fresh);
        }
        deliver(fresh);
        return !isToRetry;
    }

    private boolean takePage(FeedItem entry, String item, String version, List<Fresh> fresh) {
        Page page = pages.fetch(String.valueOf(entry.link()));
        if (page instanceof Page.Missing missing) {
            if (!missing.isPassing()) {
                memory.remember(item, version);
            }
            return !missing.isPassing();
        }
        Reading reading = Statement.completed(((Page.Read) page).reading(), entry);
        Outcome outcome = intake.prepare(
                        List.of(Statement.localised(reading, source.language())), source.id(), time.now())
                .get(0);
        Fresh found = Fresh.of(outcome);
        // The same article may stand under several addresses.
        if (memory.isKnown(found.item(), found.content())) {
            memory.remember(item, version);
            return true;
        }
        fresh.add(found);
        fresh.add(new Fresh(outcome, item, version, true));
        return true;
    }

    private void deliver(List<Fresh> fresh) {
        List<Outcome> outcomes = fresh.stream().map(Fresh::outcome).distinct().toList();
        if (outcomes.isEmpty()) {
            return;
        }
        outlet.deliver(outcomes, time.now());
        delivered +=
                (int) outcomes.stream().filter(Outcome.Ready.class::isInstance).count();
        fresh.stream().filter(Fresh::isFinal).forEach(item -> memory.remember(item.item(), item.content()));
    }

    private @Nullable String pageOf(Reading reading, boolean isTeaser) {
        boolean isWanted = source.fullText() == FullText.ALWAYS || (source.fullText() == FullText.TEASERS && isTeaser);
        return isWanted && reading instanceof Reading.Found found
                ? found.article().getUrl()
                : null;
    }

    /** Remembered as the feed has it: its page is not looked at again until the feed says something else. */
    private Fresh completed(Reading.Found item, Fresh asStated, String url) {
        Page page = pages.isSiteFailing()
                ? new Page.Missing("its site has failed several times in a row", true)
                : pages.fetch(url);
        Reading.Found complete;
        boolean isFinal = true;
        if (page instanceof Page.Read read && read.reading() instanceof Reading.Found found) {
            complete = PageFetcher.complete(item, found.article());
        } else if (page instanceof Page.Read read) {
            complete = PageFetcher.incomplete(
                    item, ((Reading.Refused) read.reading()).refusal().reason());
        } else {
            Page.Missing missing = (Page.Missing) page;
            complete = PageFetcher.incomplete(item, missing.reason());
            isFinal = !missing.isPassing() || isSecondAttempt(asStated);
        }
        Outcome outcome =
                intake.prepare(List.of(complete), source.id(), time.now()).get(0);
        return new Fresh(outcome, asStated.item(), asStated.content(), isFinal);
    }

    /** A page that fails twice leaves it at what the feed has. */
    private boolean isSecondAttempt(Fresh asStated) {
        String attempt = "attempt " + asStated.item();
        boolean isSecond = memory.isKnown(attempt, asStated.content());
        memory.remember(attempt, asStated.content());
        return isSecond;
    }

    private static String version(FeedItem entry) {
        String title = entry.title() == null ? "" : entry.title().value();
        String updated = entry.updated() == null ? "" : entry.updated().words();
        String published = entry.published() == null ? "" : entry.published().words();
        return updated + "|" + published + "|" + title;
    }
}
