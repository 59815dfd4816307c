package dev.newswire.enrich;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises the entities of the tables that ship with the service. */
public final class TableRecogniser implements EntityRecogniser {
    private final EntityExtractor extractor = EntityExtractor.load();

    @Override
    public List<Entity> recognise(String title, String body, @Nullable String language) {
        return extractor.extract(title, body, language);
    }

    @Override
    public String rulesVersion() {
        return extractor.rulesVersion();
    }
}
