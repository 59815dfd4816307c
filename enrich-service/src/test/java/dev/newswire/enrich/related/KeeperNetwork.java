package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keepers and key partitions that exchange messages as over a broker: in order between any two of them, in any order
 * otherwise.
 */
final class KeeperNetwork {
    static final int MOST = 3;

    private final Random random;
    private final Map<String, Deque<Runnable>> channels = new TreeMap<>();
    private final Map<String, Map<String, Edition>> rings = new HashMap<>();
    private final Map<String, LinkMemory> memories = new HashMap<>();
    private final Map<String, MemorySpareLinks> spares = new HashMap<>();
    private final Map<String, Edition> editions = new TreeMap<>();

    KeeperNetwork(Random random) {
        this.random = random;
    }

    /** One generation of an article. */
    record Edition(String id, long generation, long at, boolean live, List<String> keys, List<String> declares) {}

    /** An article appears, changes or is withdrawn. */
    void publish(Edition edition) {
        Edition before = editions.put(edition.id(), edition);
        LinkEvent announcement = LinkEvent.newBuilder()
                .setKind(edition.live() ? LinkEventKind.OPENED : LinkEventKind.CLOSED)
                .setGeneration(edition.generation())
                .setAt(edition.at())
                .setDeclares(edition.declares())
                .build();
        send("source " + edition.id(), "keeper " + edition.id(), () -> hear(edition.id(), announcement));
        TreeSet<String> keys = new TreeSet<>(edition.keys());
        if (before != null) {
            keys.addAll(before.keys());
        }
        keys.forEach(key -> send("source " + edition.id(), "key " + key, () -> post(key, edition)));
    }

    /** Delivers messages until `left` or fewer are under way. */
    void deliver(int left) {
        while (channels.values().stream().mapToInt(Deque::size).sum() > left) {
            List<String> busy = channels.entrySet().stream()
                    .filter(channel -> !channel.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            Objects.requireNonNull(channels.get(busy.get(random.nextInt(busy.size()))))
                    .remove()
                    .run();
        }
    }

    LinkMemory memory(String id) {
        return memories.getOrDefault(id, LinkMemory.newBuilder().build());
    }

    List<KeptLink> allLinks(String id) {
        List<KeptLink> all = new ArrayList<>(memory(id).getLinks());
        all.addAll(spare(id).all());
        return all;
    }

    Map<String, Edition> editions() {
        return editions;
    }

    /** The link that these two editions have; null where they have none. */
    static @Nullable Link link(Edition one, Edition other) {
        if (responsibleKey(one, other) == null) {
            return null;
        }
        int sum = (one.id() + one.generation()).hashCode() * 31 ^ (other.id() + other.generation()).hashCode() * 31;
        Random pair = new Random(sum);
        int kind = pair.nextInt(4);
        return kind == 3
                ? null
                : new Link(other.id(), LinkKind.values()[kind], 0.5f + pair.nextInt(10) / 20f, List.of());
    }

    private static @Nullable String responsibleKey(Edition one, Edition other) {
        return one.keys().stream().filter(other.keys()::contains).findFirst().orElse(null);
    }

    private void post(String key, Edition edition) {
        Map<String, Edition> ring = rings.computeIfAbsent(key, ignored -> new TreeMap<>());
        ring.remove(edition.id());
        if (!edition.live() || !edition.keys().contains(key)) {
            return;
        }
        for (Edition other : ring.values()) {
            Link link = link(edition, other);
            if (link != null && key.equals(responsibleKey(edition, other))) {
                LinkEvent event = LinkEvent.newBuilder()
                        .setKind(LinkEventKind.SCORED)
                        .setGeneration(edition.generation())
                        .setAt(edition.at())
                        .setOtherId(other.id())
                        .setOtherGeneration(other.generation())
                        .setOtherAt(other.at())
                        .setLink(link)
                        .build();
                send("key " + key, "keeper " + edition.id(), () -> hear(edition.id(), event));
            }
        }
        ring.put(edition.id(), edition);
    }

    private void hear(String id, LinkEvent event) {
        LinkKeeper keeper = new LinkKeeper(id, memories.get(id), spare(id), MOST);
        keeper.hear(event, 0);
        memories.put(id, keeper.memory());
        for (LinkMessage message : keeper.messages()) {
            send("keeper " + id, "keeper " + message.to(), () -> hear(message.to(), message.event()));
        }
    }

    private MemorySpareLinks spare(String id) {
        return spares.computeIfAbsent(id, ignored -> new MemorySpareLinks());
    }

    private void send(String from, String to, Runnable delivery) {
        channels.computeIfAbsent(from + " > " + to, ignored -> new ArrayDeque<>())
                .add(delivery);
    }
}
