package dev.newswire.cli;

import dev.newswire.cli.dlq.LetterFilter;
import dev.newswire.cli.dlq.LetterReader;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant. */
final class LetterOptions {
    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Letters that stand in this topic or whose record was read from it; may be repeated.")
    private List<String> topics = new ArrayList<>();

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Letters of ingest, enrich or publish; may be repeated.")
    private List<String> services = new ArrayList<>();

    @Option(names = "--source", paramLabel = "ID", description = "Letters of this source; may be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Letters whose rule, error or reason has this in it, whatever its case.")
    private String reason = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Letters of then and later: 2026-01-31T12:00:00Z, or P7D for the last seven days.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Letters before then.")
    private @Nullable String until;

    @Option(names = "--parked", description = "Letters that are parked, instead of those that are not.")
    private boolean parked;

    /** The filter, narrowed to these places if there are any. */
    LetterFilter filter(Collection<String> places) {
        return new LetterFilter(
                places.stream().map(LetterOptions::place).collect(Collectors.toSet()),
                Set.copyOf(topics),
                Set.copyOf(sources),
                reason,
                Times.instant("--since", since),
                Times.instant("--until", until));
    }

    /** The topics to look in. */
    Collection<String> topics(Collection<String> places) {
        if (!places.isEmpty()) {
            return places.stream().map(place -> place(place).topic()).collect(Collectors.toCollection(TreeSet::new));
        }
        if (parked) {
            return List.of(Topics.DLQ_PARKED.name());
        }
        Collection<String> names = services.isEmpty() ? List.of("ingest", "enrich", "publish") : services;
        return names.stream().map(LetterOptions::topic).toList();
    }

    /** Whether nothing narrows what is meant. */
    boolean isEmpty() {
        return services.isEmpty() && !parked && filter(List.of()).isEmpty();
    }

    static EventOrigin place(String text) {
        return EventOrigin.parse(text)
                .filter(place -> LetterReader.TOPICS.values().stream()
                        .anyMatch(topic -> topic.name().equals(place.topic())))
                .orElseThrow(() -> new SettingException("\"" + text
                        + "\" names no letter: topic/partition/offset, such as news.enrich.dlq.v1/3/17, as"
                        + " `newswire dlq list` shows it."));
    }

    private static String topic(String service) {
        Topic<byte[]> topic = LetterReader.TOPICS.get(service);
        if (topic == null || service.equals("parked")) {
            throw new SettingException("--service is \"" + service + "\" but takes ingest, enrich or publish.");
        }
        return topic.name();
    }
}
