package dev.newswire.ingest.feed;

import java.util.ArrayList;
import java.util.List;

/** Names of elements that say the same, the preferred one first. */
final class Choice {

    /** Of an element, in lower case. */
    record Name(Vocabulary vocabulary, String local) {}

    private final List<Name> names = new ArrayList<>();

    private Choice() {}

    static Choice of(Vocabulary vocabulary, String local) {
        return new Choice().or(vocabulary, local);
    }

    Choice or(Vocabulary vocabulary, String local) {
        names.add(new Name(vocabulary, local));
        return this;
    }

    List<Name> names() {
        return List.copyOf(names);
    }
}
