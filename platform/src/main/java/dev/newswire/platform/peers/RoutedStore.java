package dev.newswire.platform.peers;

import dev.newswire.platform.peers.PeerHandler.Answerer;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.streams.KeyedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A store that is read wherever its parts are. */
public final class RoutedStore<V extends SpecificRecord> implements KeyedStore<V> {
    /** Most values of one answer. */
    private static final int MOST = 1_000;

    private final String name;
    private final KeyedStore<V> local;
    private final StateCodec<V> codec;
    private final Routing routing;
    private final Peers peers;

    /**
     * @param name of the store
     * @param local what this instance holds of it, as everyone may see it
     */
    public RoutedStore(String name, KeyedStore<V> local, StateCodec<V> codec, Routing routing, Peers peers) {
        this.name = name;
        this.local = local;
        this.codec = codec;
        this.routing = routing;
        this.peers = peers;
    }

    @Override
    public @Nullable V get(String key) {
        List<V> found = routing.read(name, key, () -> listOf(local.get(key)), peer -> askFor(peer, key));
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public List<V> range(String owner, String from, String to, int limit) {
        return routing.read(
                name,
                owner,
                () -> local.range(owner, from, to, limit),
                peer -> decode(peers.ask(
                        peer,
                        name + "/range",
                        Map.of("owner", owner, "from", from, "to", to, "limit", Integer.toString(limit)))));
    }

    /** Only what this instance is in charge of. */
    @Override
    public void forEach(BiConsumer<String, ? super V> next) {
        local.forEach(next);
    }

    /** What this instance answers to others. */
    public Map<String, Answerer> answerers() {
        return Map.of(
                name + "/value", parameters -> encode(listOf(local.get(parameter(parameters, "key")))),
                name + "/range",
                        parameters -> encode(local.range(
                                parameter(parameters, "owner"),
                                parameter(parameters, "from"),
                                parameter(parameters, "to"),
                                Math.min(MOST, Integer.parseInt(parameter(parameters, "limit"))))));
    }

    private List<V> askFor(String peer, String key) {
        return decode(peers.ask(peer, name + "/value", Map.of("key", key)));
    }

    private static <T> List<T> listOf(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    private static String parameter(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private List<byte[]> encode(List<V> values) {
        List<byte[]> encoded = new ArrayList<>();
        try {
            for (V value : values) {
                encoded.add(codec.encode(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return encoded;
    }

    private List<V> decode(List<byte[]> encoded) {
        List<V> values = new ArrayList<>();
        try {
            for (byte[] bytes : encoded) {
                values.add(codec.decode(bytes));
            }
        } catch (IOException e) {
            throw new PeerAwayException("an answer cannot be read", e);
        }
        return values;
    }
}
