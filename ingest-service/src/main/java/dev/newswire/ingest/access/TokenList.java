package dev.newswire.ingest.access;

import dev.newswire.ingest.identity.SourceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that are known: one a line, as name, hash and sources with commas between them, or {@code *} for every source.
 * Blank lines and those that begin with {@code #} say nothing.
 */
final class TokenList {

    private record Entry(TokenHash hash, Grant grant) {}

    private final List<Entry> entries;

    private TokenList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads lines.
     *
     * @throws IllegalArgumentException with a sentence that names the first bad line by its number, and never its content
     */
    static TokenList parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Entry entry = parse(line, i + 1);
            if (!names.add(entry.grant().name())) {
                throw bad(i + 1, "has a name that stands above already");
            }
            entries.add(entry);
        }
        return new TokenList(entries);
    }

    int size() {
        return entries.size();
    }

    /** What the token grants, or null if it is not known. */
    @Nullable
    Grant find(String token) {
        Grant found = null;
        if (NewToken.FORM.matcher(token).matches()) {
            for (Entry entry : entries) {
                // No early end: the time says nothing about where in the list a token stands.
                found = entry.hash().matches(token) ? entry.grant() : found;
            }
        }
        return found;
    }

    private static Entry parse(String line, int number) {
        String[] parts = line.split("\\s+");
        if (parts.length != 3) {
            throw bad(number, "does not have three parts: name, hash, sources");
        }
        TokenHash hash = TokenHash.parse(parts[1]);
        if (!NewToken.NAME.matcher(parts[0]).matches() || hash == null) {
            throw bad(number, "has no name or no hash; make a line with newswire token");
        }
        Set<String> sources = Set.copyOf(new HashSet<>(List.of(parts[2].split(",", -1))));
        for (String source : sources) {
            if (!source.equals(Grant.ALL) && !SourceName.isValid(source)) {
                throw bad(number, "names a source that is not 1 to 64 characters of a-z, 0-9, '.' and '-'");
            }
        }
        return new Entry(hash, new Grant(parts[0], sources));
    }

    private static IllegalArgumentException bad(int number, String what) {
        return new IllegalArgumentException("line " + number + " " + what);
    }
}
