package dev.newswire.publish;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import dev.newswire.publish.operate.OperatorAccess;
import dev.newswire.publish.render.Links;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * What can be set about search and the operator's view.
 *
 * @param access who may see the view
 * @param services addresses whose health is asked for
 * @param searchArticles most articles that search knows
 * @param searchBacklog offsets of each partition that are read at the start to know them
 */
record OperatorSettings(OperatorAccess access, List<URI> services, int searchArticles, int searchBacklog) {
    private static final int SHORTEST_TOKEN = 16;
    /** Revisions, retractions and the marks of transactions take offsets too, and no partition is like the other. */
    private static final int OFFSETS_PER_ARTICLE = 4;

    private static final int SLACK = 1_000;

    static OperatorSettings of(Settings settings, int defaultPort) {
        String token = settings.text("NEWSWIRE_OPERATOR_TOKEN", "");
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw new SettingException("NEWSWIRE_OPERATOR_TOKEN takes at least " + SHORTEST_TOKEN
                    + " characters: anyone can try a shorter one out.");
        }
        int articles = settings.integer("NEWSWIRE_SEARCH_ARTICLES", 20_000, 0, 1_000_000);
        int partitions = settings.integer("NEWSWIRE_PARTITIONS", 12, 1, 10_000);
        return new OperatorSettings(
                new OperatorAccess(token, HttpSettings.of(settings, defaultPort).isLoopback()),
                services(settings.text("NEWSWIRE_OPERATOR_SERVICES", "")),
                articles,
                SLACK + OFFSETS_PER_ARTICLE * (articles / partitions));
    }

    private static List<URI> services(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(OperatorSettings::service)
                .toList();
    }

    private static URI service(String text) {
        if (Links.external(text) == null) {
            throw new SettingException("NEWSWIRE_OPERATOR_SERVICES has \"" + text
                    + "\" but takes addresses such as http://ingest-1:8082, with commas between.");
        }
        return URI.create(text);
    }
}
