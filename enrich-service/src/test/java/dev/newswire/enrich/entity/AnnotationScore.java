package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.AnnotatedArticle.Name;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts, over articles, names of people, organisations and places found exactly, and shortened names understood. */
final class AnnotationScore {
    private int right;
    private int found;
    private int expected;
    private int understood;
    private int shortened;
    private int linked;
    private int linkable;

    private record Answer(String entity, EntityType type) {}

    void add(AnnotatedArticle article, List<Entity> entities) {
        Map<Long, Answer> answers = new HashMap<>();
        for (Entity entity : entities) {
            for (Mention mention : entity.getMentions()) {
                long place = place(article.start(mention), article.end(mention));
                answers.put(place, new Answer(entity.getEntityId(), entity.getType()));
                found += entity.getType() == EntityType.MISC ? 0 : 1;
            }
        }
        Map<String, String> fullNames = fullNames(article, answers);
        for (Name name : article.names()) {
            Answer answer = answers.get(place(name.start(), name.end()));
            countName(name, answer);
            if (name.isShortened()) {
                shortened++;
                understood += isUnderstood(name, answer, fullNames.get(name.chain())) ? 1 : 0;
            }
        }
    }

    private void countName(Name name, @Nullable Answer answer) {
        if (!name.type().equals("MISC")) {
            expected++;
            right += answer != null && answer.type() == name.entityType() ? 1 : 0;
        }
        if (!name.entity().isEmpty()) {
            linkable++;
            linked += answer != null && answer.entity().equals(name.entity()) ? 1 : 0;
        }
    }

    /** What the first full name of each chain was taken for. */
    private static Map<String, String> fullNames(AnnotatedArticle article, Map<Long, Answer> answers) {
        Map<String, String> entities = new HashMap<>();
        for (Name name : article.names()) {
            Answer answer = answers.get(place(name.start(), name.end()));
            if (!name.isShortened() && !name.form().equals("demonym") && answer != null) {
                entities.putIfAbsent(name.chain(), answer.entity());
            }
        }
        return entities;
    }

    private static boolean isUnderstood(Name name, @Nullable Answer answer, @Nullable String full) {
        if (answer == null) {
            return false;
        }
        if (full != null) {
            return answer.entity().equals(full);
        }
        return name.entity().isEmpty()
                ? !answer.entity().startsWith("Q")
                : answer.entity().equals(name.entity());
    }

    private static long place(int start, int end) {
        return (long) start << 32 | end;
    }

    /** Exact place and type, 0 to 1. */
    double f1() {
        return 2.0 * right / (found + expected);
    }

    /** Share of acronyms, family names and other short forms that were taken for what their full name was, 0 to 1. */
    double shortForms() {
        return (double) understood / shortened;
    }

    /** Share of the names of known entities that were found and linked to them, 0 to 1. */
    double linked() {
        return (double) linked / linkable;
    }
}
