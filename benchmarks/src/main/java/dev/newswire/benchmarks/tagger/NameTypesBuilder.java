package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.tagger.NameTypes;
import dev.newswire.enrich.entity.tagger.Numbers;
import dev.newswire.enrich.text.Tokens;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the gazetteer together. */
final class NameTypesBuilder {
    private static final int TYPE_BITS = 5;

    private final Map<Long, Integer> types = new TreeMap<>();
    private final TreeSet<Integer> prefixes = new TreeSet<>();

    /** Adds a name; one too long is left out. */
    void add(Tokens name, int bits) {
        if (name.size() == 0 || name.size() > NameTypes.LONGEST) {
            return;
        }
        long phrase = 0;
        for (int i = 0; i < name.size(); i++) {
            if (i > 0) {
                prefixes.add(NameTypes.prefix(phrase));
            }
            phrase = NameTypes.join(phrase, name, i);
        }
        types.merge(NameTypes.print(phrase), bits, (a, b) -> a | b);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(types.size());
        long last = 0;
        for (Map.Entry<Long, Integer> name : types.entrySet()) {
            Numbers.writeVariable(out, name.getKey() - last << TYPE_BITS | name.getValue());
            last = name.getKey();
        }
        out.writeInt(prefixes.size());
        int before = 0;
        for (int prefix : prefixes) {
            Numbers.writeVariable(out, prefix - before);
            before = prefix;
        }
    }
}
