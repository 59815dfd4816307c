package dev.newswire.benchmarks.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.reads.Desk.Sent;
import dev.newswire.benchmarks.reads.Places.Article;
import dev.newswire.benchmarks.reads.Places.Place;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Withdraws articles while others come, and looks in every place until they are gone. */
final class Withdrawals {
    /** An article that has no links or is not found by then never has them: it is alone in its story, or withdrawn. */
    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final long POLL_MS = 20;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int SUCCESS = 200;

    private final Site site;
    private final Desk desk;
    private final Places places;
    private final Map<String, Delays> delays = new LinkedHashMap<>();
    private final Delays everywhere = new Delays();
    private final List<Article> withdrawn = new ArrayList<>();

    Withdrawals(Site site, Desk desk, Places places) {
        this.site = site;
        this.desk = desk;
        this.places = places;
    }

    /** Withdraws so many of those that come. @param coming what was accepted, the newest last; emptied here */
    void run(int count, Deque<Sent> coming) throws Exception {
        while (withdrawn.size() < count) {
            Article article = next(coming);
            withdraw(article);
            withdrawn.add(article);
        }
        for (Article article : withdrawn) {
            for (Map.Entry<String, Place> place : places.all().entrySet()) {
                boolean listsAll = !place.getKey().equals("atom");
                if (listsAll && !place.getValue().isFreeOf(article)) {
                    throw new IllegalStateException("A withdrawn article came back: " + place.getKey());
                }
            }
        }
    }

    Figures figures() {
        Figures figures = new Figures();
        delays.forEach((place, delay) -> figures.put(place, delay.figures()));
        return figures.put("everywhere", everywhere.figures());
    }

    private void withdraw(Article article) throws Exception {
        Map<String, Place> left = new LinkedHashMap<>(places.all());
        desk.retract(article.articleId());
        long accepted = System.nanoTime();
        while (!left.isEmpty()) {
            for (Iterator<Map.Entry<String, Place>> rest = left.entrySet().iterator(); rest.hasNext(); ) {
                Map.Entry<String, Place> place = rest.next();
                if (place.getValue().isFreeOf(article)) {
                    delays.computeIfAbsent(place.getKey(), name -> new Delays()).add(System.nanoTime() - accepted);
                    rest.remove();
                }
            }
            if (System.nanoTime() - accepted > PATIENCE_NANOS) {
                throw new IllegalStateException("A withdrawn article stays: " + left.keySet());
            }
        }
        everywhere.add(System.nanoTime() - accepted);
    }

    /**
     * The next that comes, as soon as it is linked by others and found by search: services may be behind. Those that came
     * while the one before it was withdrawn may have been pushed out of feeds.
     */
    private Article next(Deque<Sent> coming) throws Exception {
        coming.clear();
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        int unlinked = 0;
        int unfound = 0;
        while (System.nanoTime() < giveUpAt) {
            Sent sent = coming.peekFirst();
            if (sent == null) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
                continue;
            }
            List<String> others = others(sent);
            boolean isLinked = !others.isEmpty();
            if (isLinked && places.isFound(sent.number(), sent.articleId())) {
                coming.removeFirst();
                return new Article(sent.articleId(), sent.number(), others, places.isListed(sent.articleId()));
            }
            if (System.nanoTime() - sent.acceptedAt() > READY_NANOS) {
                coming.removeFirst();
                unlinked += isLinked ? 0 : 1;
                unfound += isLinked ? 1 : 0;
            } else {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
        throw new IllegalStateException("No article can be withdrawn: within 15 s " + unlinked + " had no links and "
                + unfound + " were not found by search.");
    }

    private List<String> others(Sent sent) throws Exception {
        var answer = site.get("/v1/articles/" + sent.articleId());
        if (answer.statusCode() != SUCCESS) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        for (String other :
                new ObjectMapper().readTree(answer.body()).findPath("links").findValuesAsText("article_id")) {
            if (site.body("/v1/articles/" + other).contains(sent.articleId())) {
                others.add(other);
            }
        }
        return others;
    }
}
