package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> FILE_FIELDS = Set.of("sources", "hosts");
    private static final Set<String> HOST_FIELDS = Set.of("delay", "robots");

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
                throw new SourceListException(List.of("it has more than " + MOST_BYTES + " bytes."));
            }
            return read(Files.readString(file), fetch, environment);
        } catch (CharacterCodingException e) {
            throw new SourceListException(List.of("it is not text in UTF-8."));
        } catch (IOException e) {
            throw new SourceListException(List.of("it cannot be read."));
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
            YamlFields fields = new YamlFields(item, "a source", SourceFields.NAMES, mistakes);
            if (fields.all().isEmpty()) {
                continue;
            }
            Source source = new SourceFields(fields, fetch, environment, mistakes).source();
            sources.add(source);
            if (!ids.add(source.id()) && !source.id().isEmpty()) {
                fields.note("id", "the id \"" + source.id() + "\" is taken by a source above");
            }
        }
        return sources;
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
