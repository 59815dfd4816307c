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
    /** An article has its links and stands in the index by then, and is far from being pushed out. */
    private static final long AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_200);

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

    /** The next that is linked by others and found by search. */
    private Article next(Deque<Sent> coming) throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        int stale = 0;
        int unlinked = 0;
        int unfound = 0;
        while (System.nanoTime() < giveUpAt) {
            Sent sent = coming.peekFirst();
            if (sent == null || System.nanoTime() - sent.acceptedAt() < AGE_NANOS) {
                TimeUnit.MILLISECONDS.sleep(5);
                continue;
            }
            coming.removeFirst();
            if (System.nanoTime() - sent.acceptedAt() > 2 * AGE_NANOS) {
                stale++;
                continue;
            }
            Article article = new Article(sent.articleId(), sent.number(), others(sent));
            if (article.others().isEmpty()) {
                unlinked++;
            } else if (!places.isFound(article)) {
                unfound++;
            } else {
                return article;
            }
        }
        throw new IllegalStateException("No article can be withdrawn: " + stale + " were too old when their turn came, "
                + unlinked + " had no links, " + unfound + " were not found by search.");
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
