package dev.newswire.publish.http;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What stands at which path: whole paths first, then the longest prefix. */
final class Routes {
    private final Map<String, Function<Ask, Reply>> exact = new HashMap<>();
    private final NavigableMap<String, BiFunction<Ask, String, Reply>> under = new TreeMap<>();

    /** Adds what stands at one path. */
    Routes at(String path, Function<Ask, Reply> answer) {
        exact.put(path, answer);
        return this;
    }

    /**
     * Adds what stands under a prefix, which ends with a slash.
     *
     * @param answer is given what stands behind the prefix, which is never empty
     */
    Routes under(String prefix, BiFunction<Ask, String, Reply> answer) {
        under.put(prefix, answer);
        return this;
    }

    /** The answer; empty where nothing stands at the path. */
    Optional<Reply> answer(Ask ask) {
        String path = ask.path();
        Function<Ask, Reply> whole = exact.get(path);
        if (whole != null) {
            return Optional.of(whole.apply(ask));
        }
        for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            BiFunction<Ask, String, Reply> answer = under.get(path.substring(0, end + 1));
            if (answer != null && end + 1 < path.length()) {
                return Optional.of(answer.apply(ask, path.substring(end + 1)));
            }
        }
        return Optional.empty();
    }
}
