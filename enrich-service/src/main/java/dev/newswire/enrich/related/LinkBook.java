package dev.newswire.enrich.related;

import dev.newswire.schema.LinkKind;
import dev.newswire.schema.internal.DeclaredLink;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A working copy of an article's links. The strongest stand in the memory itself, the others are spare; which ones stand
 * where depends on the links alone and not on the order in which they came.
 */
final class LinkBook {
    /** The best kind first, then the best score; the older article settles what is left. */
    static final Comparator<KeptLink> STRONGEST_FIRST = Comparator.<KeptLink, LinkKind>comparing(
                    kept -> kept.getLink().getKind())
            .thenComparing(kept -> kept.getLink().getScore(), Comparator.reverseOrder())
            .thenComparing(KeptLink::getOtherAt)
            .thenComparing(LinkBook::otherId);

    private final String articleId;
    private final int most;
    private final SpareLinks spareLinks;
    private final List<KeptLink> links;
    private final Map<String, DeclaredLink> declared = new TreeMap<>();
    private int spares;
    private @Nullable KeptLink parent;
    private long generation;
    private long at;
    private boolean live;
    private String storyId;

    LinkBook(String articleId, @Nullable LinkMemory stored, SpareLinks spareLinks, int most) {
        LinkMemory memory = stored == null ? LinkMemory.newBuilder().build() : stored;
        this.articleId = articleId;
        this.most = most;
        this.spareLinks = spareLinks;
        this.links = new ArrayList<>(memory.getLinks());
        memory.getDeclared().forEach(this::putDeclared);
        this.spares = memory.getSpares();
        this.parent = memory.getParent();
        this.generation = memory.getGeneration();
        this.at = memory.getAt();
        this.live = memory.getLive();
        this.storyId = memory.getStoryId();
    }

    LinkMemory toMemory() {
        return LinkMemory.newBuilder()
                .setGeneration(generation)
                .setAt(at)
                .setLive(live)
                .setStoryId(storyId)
                .setLinks(links)
                .setSpares(spares)
                .setParent(parent)
                .setDeclared(new ArrayList<>(declared.values()))
                .build();
    }

    long generation() {
        return generation;
    }

    boolean isLive() {
        return live;
    }

    void open(long newGeneration, long receivedAt) {
        generation = newGeneration;
        at = receivedAt;
        live = true;
    }

    void close(long newGeneration) {
        generation = newGeneration;
        live = false;
    }

    // Computed links

    @Nullable
    KeptLink find(String otherId) {
        for (KeptLink kept : links) {
            if (otherId(kept).equals(otherId)) {
                return kept;
            }
        }
        return spares == 0 ? null : spareLinks.get(otherId);
    }

    void put(KeptLink kept) {
        remove(otherId(kept));
        int place = 0;
        while (place < links.size() && STRONGEST_FIRST.compare(links.get(place), kept) < 0) {
            place++;
        }
        links.add(place, kept);
        if (links.size() > most) {
            spareLinks.put(links.remove(most));
            spares++;
        }
        if (isOlderOfStory(kept) && (parent == null || STRONGEST_FIRST.compare(kept, parent) < 0)) {
            parent = kept;
        }
    }

    void remove(String otherId) {
        if (links.removeIf(kept -> otherId(kept).equals(otherId))) {
            promote();
        } else if (spares > 0 && spareLinks.get(otherId) != null) {
            spareLinks.remove(otherId);
            spares--;
        }
        if (parent != null && otherId(parent).equals(otherId)) {
            findParent();
        }
    }

    /** Removes every link of which this holds, and gives those back. */
    List<KeptLink> removeIf(Predicate<KeptLink> ended) {
        List<KeptLink> all = all();
        List<KeptLink> removed = all.stream().filter(ended).toList();
        if (!removed.isEmpty()) {
            all.stream().skip(links.size()).forEach(kept -> spareLinks.remove(otherId(kept)));
            all.removeIf(ended);
            all.sort(STRONGEST_FIRST);
            links.clear();
            links.addAll(all.subList(0, Math.min(most, all.size())));
            List<KeptLink> rest = all.subList(links.size(), all.size());
            rest.forEach(spareLinks::put);
            spares = rest.size();
        }
        findParent();
        return removed;
    }

    /** Replaces the link to the same article by one of equal strength. */
    void update(KeptLink kept) {
        String otherId = otherId(kept);
        boolean shown = links.stream().anyMatch(link -> otherId(link).equals(otherId));
        if (shown) {
            links.replaceAll(link -> otherId(link).equals(otherId) ? kept : link);
        } else {
            spareLinks.put(kept);
        }
        if (parent != null && otherId(parent).equals(otherId)) {
            parent = kept;
        }
    }

    /** The strongest links, the strongest first. */
    List<KeptLink> strongest() {
        return links;
    }

    /** Every link, spare ones included; a copy. */
    List<KeptLink> all() {
        List<KeptLink> all = new ArrayList<>(links);
        if (spares > 0) {
            all.addAll(spareLinks.all());
        }
        return all;
    }

    private void findParent() {
        parent =
                all().stream().filter(this::isOlderOfStory).min(STRONGEST_FIRST).orElse(null);
    }

    private void promote() {
        if (spares == 0 || links.size() >= most) {
            return;
        }
        KeptLink best = spareLinks.all().stream().min(STRONGEST_FIRST).orElseThrow();
        spareLinks.remove(otherId(best));
        spares--;
        links.add(best);
    }

    // Stories

    /** The story as others are to be told: that of the strongest older article of the story, else its own. */
    String storyId() {
        return storyId.isEmpty() ? articleId : storyId;
    }

    /** Works out the story anew; tells whether it is another. */
    boolean settleStory() {
        String before = storyId();
        if (live) {
            storyId = parent == null ? articleId : parent.getStoryId();
        } else {
            storyId = "";
        }
        return !storyId().equals(before);
    }

    private boolean isOlderOfStory(KeptLink kept) {
        if (!live || !isOfStory(kept)) {
            return false;
        }
        return kept.getOtherAt() != at ? kept.getOtherAt() < at : otherId(kept).compareTo(articleId) < 0;
    }

    static boolean isOfStory(KeptLink kept) {
        LinkKind kind = kept.getLink().getKind();
        return kind == LinkKind.DUPLICATE || kind == LinkKind.SAME_STORY;
    }

    static String otherId(KeptLink kept) {
        return kept.getLink().getArticleId();
    }

    // Declared links

    @Nullable
    DeclaredLink declared(String otherId) {
        return declared.get(otherId);
    }

    List<DeclaredLink> declared() {
        return new ArrayList<>(declared.values());
    }

    int declaredSize() {
        return declared.size();
    }

    /** Keeps it, or forgets it where neither article declares the other. */
    void putDeclared(DeclaredLink link) {
        if (link.getDeclares() || link.getDeclared()) {
            declared.put(link.getOtherId(), link);
        } else {
            declared.remove(link.getOtherId());
        }
    }
}
