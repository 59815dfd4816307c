package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.identity.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What a list says of one source; mistakes are noted, and the reading goes on. */
final class SourceFields {

    /** Of the fields that there are. */
    static final Set<String> NAMES = Set.of(
            "id", "type", "url", "urls", "interval", "fullText", "language", "headers", "enabled", "pages", "window");

    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration MOST_INTERVAL = Duration.ofDays(30);
    private static final Set<String> INTERVAL_FIELDS = Set.of("min", "max");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,4000}");
    private static final Set<String> RESERVED_HEADERS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "accept-encoding",
            "if-none-match",
            "if-modified-since",
            "user-agent");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final YamlFields fields;
    private final FetchSettings fetch;
    private final Map<String, String> environment;
    private final List<String> mistakes;

    SourceFields(YamlFields fields, FetchSettings fetch, Map<String, String> environment, List<String> mistakes) {
        this.fields = fields;
        this.fetch = fetch;
        this.environment = environment;
        this.mistakes = mistakes;
    }

    /** The source, as far as it can be told. */
    Source source() {
        Duration least = Source.MINIMUM_INTERVAL;
        Duration most = Source.MAXIMUM_INTERVAL;
        Node interval = fields.node("interval").orElse(null);
        if (interval != null) {
            YamlFields bounds = new YamlFields(interval, "an interval", INTERVAL_FIELDS, mistakes);
            least = bounds.duration("min", least, LEAST_INTERVAL, MOST_INTERVAL);
            most = bounds.duration("max", least.compareTo(most) > 0 ? least : most, LEAST_INTERVAL, MOST_INTERVAL);
            if (least.compareTo(most) > 0) {
                fields.note("interval", "the interval's min is longer than its max");
            }
        }
        boolean isEnabled = fields.flag("enabled", true);
        return new Source(
                id(),
                fields.choice("type", SourceType.AUTO, SourceType.class),
                urls(),
                least,
                most,
                fields.choice("fullText", FullText.NEVER, FullText.class),
                language(),
                headers(isEnabled),
                isEnabled,
                fields.integer("pages", Source.PAGES, 1, 1_000),
                fields.duration("window", Source.WINDOW, Duration.ofHours(1), Duration.ofDays(3_650)));
    }

    private String id() {
        String id = fields.text("id").orElse("");
        if (!SourceName.isValid(id)) {
            String hint = id.isEmpty() ? "" : "; perhaps \"" + SourceName.slug(id) + "\"";
            fields.note("id", "a source takes an \"id\" of 1 to 64 characters of a-z, 0-9, '.' and '-'" + hint);
        }
        return id;
    }

    private List<String> urls() {
        List<String> urls = new ArrayList<>(fields.texts("url"));
        urls.addAll(fields.texts("urls"));
        if (urls.isEmpty()
                && fields.node("url").isEmpty()
                && fields.node("urls").isEmpty()) {
            fields.note("url", "a source takes a \"url\" or a list of \"urls\"");
        }
        if (urls.size() > 100 || new HashSet<>(urls).size() < urls.size()) {
            fields.note("urls", "a source takes 1 to 100 different URLs");
        }
        for (String url : urls) {
            try {
                fetch.urls().check(url);
            } catch (FetchException e) {
                fields.note(fields.node("url").isPresent() ? "url" : "urls", e.reason());
            }
        }
        return urls;
    }

    private @Nullable String language() {
        String language = fields.text("language").orElse(null);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            fields.note("language", "\"language\" is \"" + language + "\" but takes a tag such as en or pt-BR");
        }
        return language;
    }

    private Map<String, String> headers(boolean isEnabled) {
        Map<String, String> headers = new LinkedHashMap<>();
        Node node = fields.node("headers").orElse(null);
        if (node == null) {
            return headers;
        }
        YamlFields named = new YamlFields(node, "\"headers\"", Set.of(), mistakes);
        for (String name : named.all().keySet()) {
            if (!HEADER_NAME.matcher(name).matches() || RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                named.note(name, "\"" + name + "\" is not a header that can be set");
                continue;
            }
            named.text(name).ifPresent(value -> headers.put(name, headerValue(value, name, named, isEnabled)));
        }
        return headers;
    }

    /**
     * Secrets stay out of the file: <code>${NAME}</code> is taken from the environment, where it must be as soon as the
     * source is polled.
     */
    private String headerValue(String text, String name, YamlFields named, boolean isEnabled) {
        String value = VARIABLE.matcher(text).replaceAll(variable -> {
            String found = environment.get(variable.group(1));
            if (found == null && isEnabled) {
                named.note(name, "the environment has no variable " + variable.group(1));
            }
            return Matcher.quoteReplacement(found == null ? "" : found);
        });
        if (!HEADER_VALUE.matcher(value).matches()) {
            named.note(name, "the value of \"" + name + "\" has characters that a header cannot carry");
        }
        return value;
    }
}
