package dev.newswire.cli.entities;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.enrich.entity.NameForm;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows entities to people and to programs. */
public final class EntityReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntityReport() {}

    /** One line. */
    public static String line(KnownEntity entity) {
        return String.format(
                Locale.ROOT,
                "%-28s %-36s %-13s %-2s  %s",
                entity.id(),
                entity.name(),
                lower(entity.type()),
                entity.country(),
                entity.origin().words());
    }

    /** Everything there is to tell. */
    public static void print(KnownEntity entity, PrintWriter out) {
        out.println(entity.id() + "  " + entity.name());
        row(out, "type", lower(entity.type()));
        row(out, "country", entity.country());
        row(out, "wikidata", entity.wikidataId() == null ? "" : entity.wikidataId());
        row(out, "prior", Integer.toString(entity.prior()));
        row(out, "origin", entity.origin().words());
        row(out, "about", entity.description());
        row(out, "found as", forms(entity.forms(), NameForm.Use.ALONE));
        row(out, "with support", forms(entity.forms(), NameForm.Use.WITH_SUPPORT));
        row(out, "people", forms(entity.forms(), NameForm.Use.PEOPLE));
        out.flush();
    }

    /** Spellings of one use in a row. */
    public static String forms(List<NameForm> forms, NameForm.Use use) {
        return forms.stream()
                .filter(form -> form.use() == use)
                .map(NameForm::text)
                .collect(Collectors.joining(" | "));
    }

    /** One object: {@code {"entities":[...]}}. */
    public static String json(Collection<KnownEntity> entities) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("entities");
        entities.forEach(entity -> list.add(object(entity)));
        return root.toString();
    }

    private static ObjectNode object(KnownEntity entity) {
        ObjectNode object = JSON.createObjectNode();
        object.put("id", entity.id());
        object.put("name", entity.name());
        object.put("type", lower(entity.type()));
        object.put("country", entity.country());
        object.put("wikidata", entity.wikidataId());
        object.put("prior", entity.prior());
        object.put("origin", lower(entity.origin()));
        object.put("description", entity.description());
        ArrayNode forms = object.putArray("forms");
        entity.forms()
                .forEach(form -> forms.addObject().put("text", form.text()).put("use", lower(form.use())));
        return object;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void row(PrintWriter out, String name, String value) {
        if (!value.isEmpty()) {
            out.println(String.format(Locale.ROOT, "  %-13s %s", name, value));
        }
    }
}
