package dev.newswire.cli.report;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.LinkReason;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows people what came out. */
public final class OutcomeReport {
    private static final int SHOWN = 25;
    private static final int TITLE_WIDTH = 76;
    private final Outcome outcome;
    private final String publicUrl;
    private final PrintWriter out;

    /** @param publicUrl base URL of page and feeds */
    public OutcomeReport(Outcome outcome, String publicUrl, PrintWriter out) {
        this.outcome = outcome;
        this.publicUrl = publicUrl;
        this.out = out;
    }

    /** Prints articles, entities, links and feeds. */
    public void print() {
        articles();
        entities();
        links();
        feeds();
        out.flush();
    }

    private void articles() {
        heading("Articles", outcome.articles().size());
        for (EnrichedArticle article : head(outcome.articles())) {
            out.println("  " + cut(article.getTitle()));
            out.println("      " + article.getArticleId() + "  " + article.getSource() + time(article)
                    + (article.getAuthors().isEmpty() ? "" : "  by " + String.join(", ", article.getAuthors())));
        }
        more(outcome.articles());
    }

    private void entities() {
        List<Outcome.NamedCount> entities = outcome.entities();
        heading("Entities", entities.size());
        for (Outcome.NamedCount entity : head(entities)) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %3d × in %3d  %-40s %-12s %s",
                    entity.mentions(),
                    entity.articles(),
                    entity.name(),
                    entity.type().toLowerCase(Locale.ROOT),
                    entity.id()));
        }
        more(entities);
    }

    private void links() {
        List<Outcome.Pair> links = outcome.links();
        heading("Links", links.size());
        Map<String, String> titles = new HashMap<>();
        outcome.articles().forEach(article -> titles.put(article.getArticleId(), article.getTitle()));
        for (Outcome.Pair pair : head(links)) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %.2f %-10s %s",
                    pair.link().getScore(),
                    pair.link().getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    cut(titles.getOrDefault(pair.first(), pair.first()))));
            out.println("                  " + cut(titles.getOrDefault(pair.second(), pair.second())));
            out.println("                  because of "
                    + pair.link().getReasons().stream()
                            .map(LinkReason::getLabel)
                            .collect(Collectors.joining(", ")));
        }
        more(links);
    }

    private void feeds() {
        List<String> ids = List.copyOf(outcome.feedIds());
        heading("Feeds", ids.size());
        List<String> ordered = ids.stream()
                .sorted(java.util.Comparator.comparing((String id) -> !id.equals("latest"))
                        .thenComparing(id -> id))
                .toList();
        head(ordered).forEach(id -> out.println("  " + publicUrl + "/feeds/" + id + ".json"));
        more(ordered);
    }

    private void heading(String what, int count) {
        out.println();
        out.println(what + " (" + count + ")");
    }

    private static <T> List<T> head(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private void more(List<?> all) {
        if (all.size() > SHOWN) {
            out.println("  … and " + (all.size() - SHOWN) + " more");
        }
    }

    private static String time(EnrichedArticle article) {
        if (article.getPublishedAt() == null) {
            return "";
        }
        return "  " + (article.getPublishedAtEstimated() ? "about " : "") + article.getPublishedAt();
    }

    private static String cut(String text) {
        return text.length() <= TITLE_WIDTH ? text : text.substring(0, TITLE_WIDTH - 1) + "…";
    }
}
