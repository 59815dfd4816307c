package dev.newswire.integration.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the rules of axe find on a page, by WCAG 2.2 level AA. */
final class Axe {
    private static final String SCRIPT = read();
    private static final String RUN = """
        const done = arguments[arguments.length - 1];
        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
          .then(found => done(found.violations
            .map(v => v.impact + ': ' + v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', '))));
        """;

    private Axe() {}

    /** Each rule that the page breaks, as {@code IMPACT: RULE at PLACES}; none where it breaks none. */
    static List<String> violations(Browser browser) {
        browser.act(SCRIPT);
        return ((List<?>) browser.later(RUN)).stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
