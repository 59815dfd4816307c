package dev.newswire.cli.dlq;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Cleanup;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Tells of letters whose topic keeps the newest record of each key whether a newer one is there: to send such a letter
 * again would put the past in the place of the present. Raw events carry revisions, which settle that by themselves.
 */
final class NewerRecords {
    private static final Set<String> NEWEST_COUNTS = Topics.ALL.stream()
            .filter(topic -> topic.cleanup() instanceof Cleanup.Compact)
            .filter(topic -> topic != Topics.RAW && topic != Topics.BACKFILL)
            .map(Topic::name)
            .collect(Collectors.toSet());

    private record Place(String topic, int partition) {}

    private record Key(Place place, ByteBuffer key) {}

    private final Set<Key> wanted = new HashSet<>();
    private final Map<Place, Long> from = new HashMap<>();
    private final Map<Key, Long> newest = new HashMap<>();

    /** A letter that will be asked for. */
    void want(Letter letter) {
        letter.origin().filter(origin -> NEWEST_COUNTS.contains(origin.topic())).ifPresent(origin -> {
            Key key = key(origin, letter);
            if (key != null) {
                wanted.add(key);
                from.merge(key.place(), origin.offset(), Math::min);
            }
        });
    }

    /** Reads what came after the letters that will be asked for. */
    void read(BiConsumer<EventOrigin, java.util.function.Consumer<Letter>> reader) {
        from.forEach((place, offset) ->
                reader.accept(new EventOrigin(place.topic(), place.partition(), offset), record -> {
                    Key key = key(record.place(), record);
                    if (key != null && wanted.contains(key)) {
                        newest.merge(key, record.place().offset(), Math::max);
                    }
                }));
    }

    /** Whether something newer stands under the key of a letter. */
    boolean overtake(Letter letter) {
        return letter.origin()
                .filter(origin -> newestOffset(origin, letter) > origin.offset())
                .isPresent();
    }

    private long newestOffset(EventOrigin origin, Letter letter) {
        Key key = key(origin, letter);
        return key == null ? -1 : newest.getOrDefault(key, -1L);
    }

    private static @org.jspecify.annotations.Nullable Key key(EventOrigin place, Letter letter) {
        return letter.key() == null
                ? null
                : new Key(new Place(place.topic(), place.partition()), ByteBuffer.wrap(letter.key()));
    }
}
