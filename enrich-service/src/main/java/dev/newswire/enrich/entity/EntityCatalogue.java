package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.NameForm.Use;
import dev.newswire.schema.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The shipped tables for people who look something up: with the spelling of every name, which the matcher needs not. */
public final class EntityCatalogue {
    private final Map<String, ShippedEntity> entities = new LinkedHashMap<>(1 << 18);

    private EntityCatalogue() {}

    /** Reads the tables: about a second. */
    public static EntityCatalogue load() {
        EntityCatalogue catalogue = new EntityCatalogue();
        try (InputStream built = EntityExtractor.resource("kb.tsv.gz");
                InputStream overlay = EntityExtractor.resource("overlay.tsv")) {
            lines(new GZIPInputStream(built, 1 << 16), catalogue::built);
            lines(overlay, line -> catalogue.entity(new Columns(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("The tables of names cannot be read: is the jar damaged?", e);
        }
        return catalogue;
    }

    /** Every entity. */
    public Collection<ShippedEntity> all() {
        return entities.values();
    }

    /** The entity with this id, or null. */
    public @Nullable ShippedEntity get(String id) {
        return entities.get(id);
    }

    private static void lines(InputStream in, Consumer<String> each) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                each.accept(line);
            }
        }
    }

    private void built(String line) {
        Columns columns = new Columns(line);
        String kind = columns.next();
        if (kind.equals("E")) {
            entity(columns);
        } else if (kind.equals("D")) {
            List<NameForm> people = List.of(new NameForm(columns.next(), Use.PEOPLE));
            entities.computeIfPresent(columns.next(), (id, entity) -> entity.with(entity.forms(), people));
        }
    }

    private void entity(Columns columns) {
        String id = columns.next();
        String name = columns.next();
        EntityType type = KnowledgeBaseReader.type(columns.next());
        columns.next();
        String country = columns.next();
        int prior = columns.number();
        List<NameForm> forms = new ArrayList<>();
        forms.add(new NameForm(name, Use.ALONE));
        Columns aliases = new Columns(columns.next(), '|');
        while (aliases.hasNext()) {
            forms.add(form(aliases.next()));
        }
        ShippedEntity entity = new ShippedEntity(id, name, type, country, prior, List.copyOf(forms));
        entities.merge(id, entity, ShippedEntity::over);
    }

    private static NameForm form(String alias) {
        return switch (alias.charAt(0)) {
            case '~' -> new NameForm(alias.substring(1), Use.WITH_SUPPORT);
            case '^' -> new NameForm(alias.substring(1), Use.PEOPLE);
            default -> new NameForm(alias, Use.ALONE);
        };
    }
}
