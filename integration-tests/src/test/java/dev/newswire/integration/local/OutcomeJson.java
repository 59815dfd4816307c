package dev.newswire.integration.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.local.LocalRun;
import dev.newswire.cli.report.Outcome;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.LinkReason;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came out, as text that is the same at every run: without receipt times, offsets and scores. */
public final class OutcomeJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, String> titles = new TreeMap<>();
    private final ObjectNode root = JSON.createObjectNode();

    private OutcomeJson() {}

    static String of(LocalRun.Result result) {
        return of(result.outcome(), result.balance());
    }

    /** The articles of a run and what became of their events. */
    public static String of(Outcome outcome, Ledger.Balance balance) {
        OutcomeJson json = new OutcomeJson();
        json.articles(outcome);
        json.links(outcome);
        json.feeds(outcome);
        json.fates(balance);
        return json.root.toPrettyString() + "\n";
    }

    private void articles(Outcome outcome) {
        ArrayNode articles = root.putArray("articles");
        outcome.articles().stream()
                .sorted(Comparator.comparing(EnrichedArticle::getTitle).thenComparing(EnrichedArticle::getArticleId))
                .forEach(article -> article(articles.addObject(), article));
    }

    private void article(ObjectNode node, EnrichedArticle article) {
        titles.put(article.getArticleId(), article.getSource() + ": " + article.getTitle());
        node.put("id", article.getArticleId());
        node.put("source", article.getSource());
        node.put("title", article.getTitle());
        node.put("url", article.getCanonicalUrl());
        node.put("language", article.getLanguage());
        node.put(
                "publishedAt",
                article.getPublishedAt() == null
                        ? null
                        : article.getPublishedAt().toString());
        node.put("estimated", article.getPublishedAtEstimated());
        article.getAuthors().forEach(node.putArray("authors")::add);
        node.put(
                "bodyStart",
                article.getBody().substring(0, Math.min(60, article.getBody().length())));
        node.put(
                "bodyEnd",
                article.getBody().substring(Math.max(0, article.getBody().length() - 60)));
        ArrayNode entities = node.putArray("entities");
        article.getEntities().stream()
                .sorted(Comparator.comparing(Entity::getName).thenComparing(Entity::getEntityId))
                .forEach(entity -> entities.add(entity.getName() + " | " + entity.getEntityId() + " | "
                        + entity.getType().name().toLowerCase(Locale.ROOT) + " | "
                        + entity.getMentions().size()));
    }

    private void links(Outcome outcome) {
        ArrayNode links = root.putArray("links");
        outcome.links().stream()
                .sorted(Comparator.comparing((Outcome.Pair pair) -> title(pair.first()))
                        .thenComparing(pair -> title(pair.second()))
                        .thenComparing(pair -> pair.link().getKind()))
                .forEach(pair -> {
                    ObjectNode link = links.addObject();
                    link.put("kind", pair.link().getKind().name().toLowerCase(Locale.ROOT));
                    link.put("first", title(pair.first()));
                    link.put("second", title(pair.second()));
                    pair.link().getReasons().stream()
                            .map(LinkReason::getLabel)
                            .sorted()
                            .forEach(link.putArray("reasons")::add);
                });
    }

    private void feeds(Outcome outcome) {
        ObjectNode feeds = root.putObject("feeds");
        outcome.feeds().stream()
                .sorted(Comparator.comparing(FeedSnapshot::getFeedId))
                .forEach(feed -> {
                    ArrayNode entries = feeds.putArray(feed.getFeedId());
                    feed.getEntries().stream()
                            .map(FeedEntry::getArticleId)
                            .map(this::title)
                            .sorted()
                            .forEach(entries::add);
                });
    }

    private void fates(Ledger.Balance balance) {
        ObjectNode fates = root.putObject("fates");
        new TreeMap<>(balance.fates()).forEach((source, counts) -> {
            ObjectNode node = fates.putObject(source);
            counts.forEach((fate, count) -> node.put(fate.name().toLowerCase(Locale.ROOT), count));
        });
    }

    private String title(String articleId) {
        return titles.getOrDefault(articleId, articleId);
    }
}
