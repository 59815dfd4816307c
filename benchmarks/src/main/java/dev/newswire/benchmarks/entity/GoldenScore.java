package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.benchmarks.tagger.Sentence;
import dev.newswire.benchmarks.tagger.SpanScore;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what was found in articles with chains: names by place and type, links, shortened names, chains. */
final class GoldenScore {
    private static final Set<String> SHORTENED = Set.of("surname", "given", "acronym", "short");

    private final SpanScore names = new SpanScore();
    private final Tally places = new Tally();
    private final Tally links = new Tally();
    private final Tally shortened = new Tally();
    private final Map<String, Tally> byForm = new TreeMap<>();
    private final ChainScore chains = new ChainScore();
    private final List<String> errors = new ArrayList<>();

    /** What was found at a place. */
    record Answer(int start, int end, EntityType type, String entity) {}

    void add(GoldArticle article, List<Answer> answers) {
        Map<Long, Answer> found = new HashMap<>();
        answers.forEach(answer -> found.put(key(answer.start(), answer.end()), answer));
        Map<Long, GoldMention> gold = new HashMap<>();
        article.mentions().forEach(mention -> gold.put(key(mention.start(), mention.end()), mention));
        names.add(
                article.mentions().stream()
                        .map(mention -> new Sentence.Name(mention.start(), mention.end(), type(mention.type())))
                        .toList(),
                answers.stream()
                        .map(answer -> new Sentence.Name(answer.start(), answer.end(), answer.type()))
                        .toList());
        answers.forEach(answer -> judge(article, answer, gold.get(key(answer.start(), answer.end()))));
        Map<String, String> full = fullNames(article, found);
        for (GoldMention mention : article.mentions()) {
            expect(article, mention, found.get(key(mention.start(), mention.end())), full.get(mention.chain()));
        }
        chains.add(gold, found);
    }

    private void judge(GoldArticle article, Answer answer, @Nullable GoldMention gold) {
        places.found(gold != null);
        if (!answer.entity().startsWith("nil:")) {
            links.found(gold != null && gold.entity().equals(answer.entity()));
        }
        if (gold == null) {
            error(article, "false ", article.text().substring(answer.start(), answer.end()), answer, "");
        }
    }

    private void expect(GoldArticle article, GoldMention mention, @Nullable Answer answer, @Nullable String full) {
        places.expected(answer != null);
        if (!mention.entity().isEmpty()) {
            links.expected(answer != null && mention.entity().equals(answer.entity()));
        }
        String wanted = mention.type() + " " + mention.entity();
        if (answer == null) {
            error(article, "missed", article.surface(mention), null, wanted);
        } else if (answer.type() != type(mention.type())) {
            error(article, "type  ", article.surface(mention), answer, wanted);
        } else if (!isSame(mention, answer)) {
            error(article, "linked", article.surface(mention), answer, wanted);
        }
        boolean right = answer != null && (full != null ? answer.entity().equals(full) : isSame(mention, answer));
        if (SHORTENED.contains(mention.form())) {
            shortened.expected(right);
            shortened.found(right);
            if (!right && answer != null) {
                error(article, "chain ", article.surface(mention), answer, full == null ? wanted : full);
            }
        }
        Tally form = byForm.computeIfAbsent(mention.form(), any -> new Tally());
        form.expected(right);
        form.found(right);
    }

    /** What the first full name of each chain was taken for. */
    private static Map<String, String> fullNames(GoldArticle article, Map<Long, Answer> found) {
        Map<String, String> entities = new HashMap<>();
        for (GoldMention mention : article.mentions()) {
            Answer answer = found.get(key(mention.start(), mention.end()));
            if (answer != null
                    && (mention.form().equals("full") || mention.form().equals("variant"))) {
                entities.putIfAbsent(mention.chain(), answer.entity());
            }
        }
        return entities;
    }

    private static boolean isSame(GoldMention mention, Answer answer) {
        return mention.entity().isEmpty()
                ? !answer.entity().startsWith("Q")
                : mention.entity().equals(answer.entity());
    }

    private void error(GoldArticle article, String kind, String surface, @Nullable Answer answer, String wanted) {
        String found = answer == null ? "" : answer.type() + " " + answer.entity();
        errors.add(String.join("\t", article.id(), kind, surface, found, wanted));
    }

    static EntityType type(String name) {
        return switch (name) {
            case "PER" -> EntityType.PERSON;
            case "ORG" -> EntityType.ORGANISATION;
            case "LOC" -> EntityType.LOCATION;
            default -> EntityType.MISC;
        };
    }

    static long key(int start, int end) {
        return (long) start << 32 | end;
    }

    SpanScore names() {
        return names;
    }

    /** Places of names of any type. */
    Tally places() {
        return places;
    }

    /** Names of entities in the tables, by place and entity. */
    Tally links() {
        return links;
    }

    /** Acronyms, family names and other short forms: right where they are taken for what their full name is. */
    Tally shortened() {
        return shortened;
    }

    Map<String, Tally> byForm() {
        return byForm;
    }

    ChainScore chains() {
        return chains;
    }

    List<String> errors() {
        return errors;
    }
}
