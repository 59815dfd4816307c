package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.schema.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the document as a whole is about: its countries, and the entities that it names in full. */
final class Context {
    private static final int TELLING = 66;

    private final Map<String, Float> countries = new HashMap<>();
    private final Set<Integer> named = new HashSet<>();
    private float total;

    private Context() {}

    /** Weighs the spans that can hardly be anything else. */
    static Context of(List<Span> spans, KnowledgeBase base) {
        Context context = new Context();
        PhraseTable table = base.names();
        for (Span span : spans) {
            if (span.tentative()) {
                continue;
            }
            Entry best = null;
            for (int slot : span.slots()) {
                Entry entry = base.entity(table.entity(slot));
                if (table.is(slot, PhraseTable.FULL) && (span.length() > 1 || entry.curated())) {
                    context.named.add(table.entity(slot));
                }
                boolean weak = table.is(slot, PhraseTable.WEAK);
                if (!weak && (best == null || entry.prior() > best.prior())) {
                    best = entry;
                }
            }
            if (best != null) {
                context.weigh(best);
            }
        }
        return context;
    }

    private void weigh(Entry entry) {
        boolean country = entry.kind() == Kind.COUNTRY;
        boolean telling = country || (entry.prior() >= TELLING && entry.kind() != Kind.COMPANY);
        boolean place = entry.type() == EntityType.LOCATION;
        if (telling && entry.country().length() == 2) {
            float weight = country ? 1f : place ? 0.6f : 0.5f;
            countries.merge(entry.country(), weight, Float::sum);
            total += weight;
        }
    }

    /** Share of the document's countries that is this one, 0 to 1. */
    float share(String country) {
        return country.isEmpty() || total == 0 ? 0 : countries.getOrDefault(country, 0f) / total;
    }

    /** Whether some mention gives this entity's full name. */
    boolean names(int entity) {
        return named.contains(entity);
    }
}
