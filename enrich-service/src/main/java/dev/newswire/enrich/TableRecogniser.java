package dev.newswire.enrich;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.EntityDefinition;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Recognises the entities of the tables that ship with the service and those that operators define. */
public final class TableRecogniser implements EntityRecogniser {
    private final EntityExtractor shipped = EntityExtractor.load();
    private volatile EntityExtractor current = shipped;

    @Override
    public Recognition recognise(String title, String body, @Nullable String language) {
        EntityExtractor extractor = current;
        return new Recognition(extractor.extract(title, body, language), extractor.rulesVersion());
    }

    /** From now on texts are read with these definitions, and no others, over the shipped tables. */
    public void define(Collection<EntityDefinition> definitions) {
        current = shipped.with(definitions);
    }

    /** Version of what reads texts now. */
    public String rulesVersion() {
        return current.rulesVersion();
    }
}
