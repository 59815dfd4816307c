package dev.newswire.platform.peers;

import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.platform.streams.StreamsRunner.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds who can answer for a key: the instance in charge, and while that is away those that hold copies, this one first.
 * A copy may be behind by what happened in the last moments.
 */
public final class Routing {
    private final String self;
    private final BiFunction<String, String, Placement> placements;
    private final Function<String, List<String>> instances;

    /**
     * @param self this instance as {@code host:port}
     * @param placements where a key of a store stands, given store and key
     * @param instances everyone who is in charge of a part of a store
     */
    public Routing(
            String self, BiFunction<String, String, Placement> placements, Function<String, List<String>> instances) {
        this.self = self;
        this.placements = placements;
        this.instances = instances;
    }

    /** Whether this instance is in charge of a key. */
    public boolean isInCharge(String store, String key) {
        try {
            return placements.apply(store, key).active().equals(self);
        } catch (StoreNotReadyException e) {
            return false;
        }
    }

    /**
     * Reads from the first who answers.
     *
     * @param here reads from what this instance holds
     * @param there asks another instance
     * @throws StoreNotReadyException if nobody answers
     */
    public <R> R read(String store, String key, Supplier<R> here, Function<String, R> there) {
        for (String instance : inOrder(placements.apply(store, key))) {
            try {
                return instance.equals(self) ? here.get() : there.apply(instance);
            } catch (StoreNotReadyException | PeerAwayException e) {
                // The next one may know.
            }
        }
        throw new StoreNotReadyException();
    }

    /**
     * Reads from everyone who is in charge of a part.
     *
     * @throws StoreNotReadyException if one of them does not answer
     */
    public <R> List<R> readAll(String store, Supplier<R> here, Function<String, R> there) {
        List<R> answers = new ArrayList<>();
        for (String instance : instances.apply(store)) {
            try {
                answers.add(instance.equals(self) ? here.get() : there.apply(instance));
            } catch (PeerAwayException e) {
                throw new StoreNotReadyException(e);
            }
        }
        return answers;
    }

    private List<String> inOrder(Placement placement) {
        List<String> order = new ArrayList<>(List.of(placement.active()));
        if (placement.standbys().contains(self)) {
            order.add(self);
        }
        order.addAll(placement.standbys());
        return order.stream().distinct().toList();
    }
}
