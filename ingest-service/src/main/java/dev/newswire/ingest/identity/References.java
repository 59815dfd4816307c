package dev.newswire.ingest.identity;

import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns what a source names as related into article ids. */
public final class References {

    private References() {}

    /**
     * Each reference resolved, in order, without repetition: 26 characters in the form of an article id stand for
     * themselves, a URL for the article at its canonical form, anything else for an external id of the same source. An
     * article that has an external id is therefore not found by its URL.
     */
    public static List<String> resolve(String source, List<String> references) {
        Set<String> ids = new LinkedHashSet<>();
        for (String reference : references) {
            String name = Text.oneLine(reference);
            if (!name.isEmpty()) {
                ids.add(resolve(source, name));
            }
        }
        return new ArrayList<>(ids);
    }

    private static String resolve(String source, String name) {
        if (ArticleId.isOne(name)) {
            return name;
        }
        String url = CanonicalUrl.of(name);
        return url == null ? ArticleId.ofExternal(source, name) : ArticleId.ofUrl(url);
    }
}
