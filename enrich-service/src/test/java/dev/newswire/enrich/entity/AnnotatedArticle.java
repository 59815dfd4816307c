package dev.newswire.enrich.entity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article whose names a person has marked; `golden/README.md` describes the markup. Places are those of {@link #text()}. */
record AnnotatedArticle(String id, String title, String body, List<Name> names) {
    private static final Pattern MARKED = Pattern.compile("\\[\\[([^|\\]]+)\\|([a-z0-9]+)(?::([a-z]+))?]]");
    private static final Set<String> SHORTENED = Set.of("surname", "given", "acronym", "short");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the names of one chain stand for. */
    private record Referent(String chain, String type, String entity) {}

    /** A marked name; the entity is empty where the tables have none. */
    record Name(int start, int end, String type, String entity, String chain, String form) {
        /** Whether the reader needs the full name, or the world, to know what it stands for. */
        boolean isShortened() {
            return SHORTENED.contains(form);
        }

        EntityType entityType() {
            return switch (type) {
                case "PER" -> EntityType.PERSON;
                case "ORG" -> EntityType.ORGANISATION;
                case "LOC" -> EntityType.LOCATION;
                case "MISC" -> EntityType.MISC;
                default -> throw new IllegalArgumentException("No such type: " + type);
            };
        }
    }

    static List<AnnotatedArticle> read(Path file) throws IOException {
        List<AnnotatedArticle> articles = new ArrayList<>();
        for (String section : Files.readString(file).split("(?m)^(?=# )")) {
            if (!section.isBlank()) {
                articles.add(parse(section.strip()));
            }
        }
        return articles;
    }

    private static AnnotatedArticle parse(String section) {
        Map<String, Referent> referents = new HashMap<>();
        String id = section.substring(2, section.indexOf('\n'));
        int at = section.indexOf('\n') + 1;
        while (section.startsWith("@ ", at)) {
            int end = section.indexOf('\n', at);
            String[] columns = section.substring(at + 2, end).split(" ", 4);
            String entity = columns[2].equals("-") ? "" : columns[2];
            referents.put(columns[0], new Referent(columns[0], columns[1], entity));
            at = end + 1;
        }
        String marked = section.substring(at + 2);
        List<Name> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher matcher = MARKED.matcher(marked.replaceFirst("\n", "\n\n"));
        while (matcher.find()) {
            Referent referent = referents.get(matcher.group(2));
            if (referent == null) {
                throw new IllegalArgumentException(id + " does not say what " + matcher.group(2) + " is");
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(1)));
            String form = matcher.group(3) == null ? "full" : matcher.group(3);
            int start = text.length() - matcher.group(1).length();
            names.add(new Name(start, text.length(), referent.type(), referent.entity(), referent.chain(), form));
        }
        matcher.appendTail(text);
        int title = text.indexOf("\n");
        return new AnnotatedArticle(id, text.substring(0, title), text.substring(title + 2), names);
    }

    String text() {
        return title + "\n\n" + body;
    }

    /** First character of a mention found in the title or the body. */
    int start(Mention mention) {
        return mention.getStart() + (mention.getField() == MentionField.TITLE ? 0 : title.length() + 2);
    }

    int end(Mention mention) {
        return start(mention) + mention.getEnd() - mention.getStart();
    }

    /** The line of JSON that evaluators read. */
    String json() throws IOException {
        ObjectNode line =
                JSON.createObjectNode().put("id", id).put("title", title).put("text", text());
        ArrayNode mentions = line.putArray("mentions");
        for (Name name : names) {
            mentions.addObject()
                    .put("start", name.start())
                    .put("end", name.end())
                    .put("qid", name.entity().startsWith("Q") ? name.entity() : "NIL")
                    .put("type", name.type())
                    .put("entity", name.entity())
                    .put("chain", name.chain())
                    .put("form", name.form());
        }
        return JSON.writeValueAsString(line);
    }
}
