package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.identity.SourceName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a list of sources; all mistakes are found at once. */
public final class SourceListReader {

    private static final int MOST_SOURCES = 20_000;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration MOST_INTERVAL = Duration.ofDays(30);
    private static final Set<String> FILE_FIELDS = Set.of("sources", "hosts");
    private static final Set<String> SOURCE_FIELDS = Set.of(
            "id", "type", "url", "urls", "interval", "fullText", "language", "headers", "enabled", "pages", "window");
    private static final Set<String> INTERVAL_FIELDS = Set.of("min", "max");
    private static final Set<String> HOST_FIELDS = Set.of("delay", "robots");
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

    private final FetchSettings fetch;
    private final Map<String, String> environment;
    private final List<String> mistakes = new ArrayList<>();

    private SourceListReader(FetchSettings fetch, Map<String, String> environment) {
        this.fetch = fetch;
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @param fetch decides which URLs can be fetched
     * @param environment what <code>${NAME}</code> in the value of a header stands for
     * @throws SourceListException if it must be mended
     */
    public static SourceList read(Path file, FetchSettings fetch, Map<String, String> environment)
            throws SourceListException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SourceListException(List.of(file + " has more than " + MOST_BYTES + " bytes."));
            }
            return read(Files.readString(file), fetch, environment);
        } catch (CharacterCodingException e) {
            throw new SourceListException(List.of(file + " is not text in UTF-8."));
        } catch (IOException e) {
            throw new SourceListException(List.of(file + " cannot be read."));
        }
    }

    static SourceList read(String yaml, FetchSettings fetch, Map<String, String> environment)
            throws SourceListException {
        SourceListReader reader = new SourceListReader(fetch, environment);
        SourceList list = reader.list(yaml);
        if (!reader.mistakes.isEmpty()) {
            throw new SourceListException(reader.mistakes);
        }
        return list;
    }

    private SourceList list(String yaml) {
        Node root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(MOST_BYTES);
            root = new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add("line " + line + ": this is not valid YAML: " + e.getProblem() + ".");
            return SourceList.EMPTY;
        } catch (YAMLException e) {
            mistakes.add("line 1: this is not valid YAML.");
            return SourceList.EMPTY;
        }
        if (root == null) {
            mistakes.add("line 1: the file is empty; it takes \"sources:\" and below it a list.");
            return SourceList.EMPTY;
        }
        YamlFields file = new YamlFields(root, "the file", FILE_FIELDS, mistakes);
        return new SourceList(sources(file), hosts(file));
    }

    private List<Source> sources(YamlFields file) {
        List<Source> sources = new ArrayList<>();
        Node node = file.node("sources").orElse(null);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().size() > MOST_SOURCES) {
            file.note("sources", "\"sources\" takes a list of 1 to " + MOST_SOURCES + " sources");
            return sources;
        }
        Set<String> ids = new HashSet<>();
        for (Node item : sequence.getValue()) {
            YamlFields fields = new YamlFields(item, "a source", SOURCE_FIELDS, mistakes);
            if (fields.all().isEmpty()) {
                continue;
            }
            Source source = source(fields);
            sources.add(source);
            if (!ids.add(source.id()) && !source.id().isEmpty()) {
                fields.note("id", "the id \"" + source.id() + "\" is taken by a source above");
            }
        }
        return sources;
    }

    private Source source(YamlFields fields) {
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
        return new Source(
                id(fields),
                fields.choice("type", SourceType.AUTO, SourceType.class),
                urls(fields),
                least,
                most,
                fields.choice("fullText", FullText.NEVER, FullText.class),
                language(fields),
                headers(fields),
                fields.flag("enabled", true),
                fields.integer("pages", Source.PAGES, 1, 1_000),
                fields.duration("window", Source.WINDOW, Duration.ofHours(1), Duration.ofDays(3_650)));
    }

    private static String id(YamlFields fields) {
        String id = fields.text("id").orElse("");
        if (!SourceName.isValid(id)) {
            String hint = id.isEmpty() ? "" : "; perhaps \"" + SourceName.slug(id) + "\"";
            fields.note("id", "a source takes an \"id\" of 1 to 64 characters of a-z, 0-9, '.' and '-'" + hint);
        }
        return id;
    }

    private List<String> urls(YamlFields fields) {
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

    private static @org.jspecify.annotations.Nullable String language(YamlFields fields) {
        String language = fields.text("language").orElse(null);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            fields.note("language", "\"language\" is \"" + language + "\" but takes a tag such as en or pt-BR");
        }
        return language;
    }

    private Map<String, String> headers(YamlFields fields) {
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
            named.text(name).ifPresent(value -> headers.put(name, headerValue(value, name, named)));
        }
        return headers;
    }

    /** Secrets stay out of the file: <code>${NAME}</code> is taken from the environment. */
    private String headerValue(String text, String name, YamlFields named) {
        String value = VARIABLE.matcher(text).replaceAll(variable -> {
            String found = environment.get(variable.group(1));
            if (found == null) {
                named.note(name, "the environment has no variable " + variable.group(1));
            }
            return Matcher.quoteReplacement(found == null ? "" : found);
        });
        if (!HEADER_VALUE.matcher(value).matches()) {
            named.note(name, "the value of \"" + name + "\" has characters that a header cannot carry");
        }
        return value;
    }

    private Map<String, HostRule> hosts(YamlFields file) {
        Map<String, HostRule> rules = new HashMap<>();
        Node node = file.node("hosts").orElse(null);
        if (node == null) {
            return rules;
        }
        YamlFields hosts = new YamlFields(node, "\"hosts\"", Set.of(), mistakes);
        hosts.all().forEach((name, value) -> {
            YamlFields rule = new YamlFields(value, "a host", HOST_FIELDS, mistakes);
            Duration delay = rule.duration("delay", HostRule.STANDARD.delay(), Duration.ZERO, Duration.ofHours(1));
            boolean obeys = rule.choice("robots", Robots.OBEY, Robots.class) == Robots.OBEY;
            rules.put(name.toLowerCase(Locale.ROOT), new HostRule(delay, obeys));
        });
        return rules;
    }

    private enum Robots {
        OBEY,
        IGNORE
    }
}
