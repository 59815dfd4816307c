package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.schema.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the document as a whole is about: its countries, and the entities that it names in full. */
final class Context {
    private static final int TELLING = 66;
    private static final int CLEARLY_FIRST = 25;

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
            Entry rival = null;
            for (int slot : span.slots()) {
                Entry entry = base.entity(table.entity(slot));
                if (table.is(slot, PhraseTable.FULL) && (span.length() > 1 || entry.curated())) {
                    context.named.add(table.entity(slot));
                }
                boolean weak = table.is(slot, PhraseTable.WEAK);
                if (!weak && (best == null || entry.prior() > best.prior())) {
                    rival = best;
                    best = entry;
                } else if (!weak && (rival == null || entry.prior() > rival.prior())) {
                    rival = entry;
                }
            }
            if (best != null && !isAmbiguous(best, rival)) {
                context.weigh(best);
            }
        }
        return context;
    }

    /** Georgia the country and Georgia the state must not tell which of them is meant. */
    private static boolean isAmbiguous(Entry best, @Nullable Entry rival) {
        return rival != null && !rival.country().equals(best.country()) && best.prior() - rival.prior() < CLEARLY_FIRST;
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
