package dev.newswire.benchmarks.related;

import dev.newswire.enrich.related.Candidate;
import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.enrich.related.LinkKeeper;
import dev.newswire.enrich.related.LinkMessage;
import dev.newswire.enrich.related.SpareLinks;
import dev.newswire.schema.Link;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.LinkMemory;
import dev.newswire.schema.internal.Posting;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links made by the classes that enrich uses, in memory and one article after the other. */
final class MemoryLinks {
    private final CandidateFinder finder;
    private final int postingsPerKey;
    private final int linksPerArticle;
    private final Map<String, Deque<Candidate>> rings = new HashMap<>();
    private final Map<String, LinkMemory> memories = new HashMap<>();
    private final Map<String, SpareMap> spares = new HashMap<>();
    private final Deque<LinkMessage> messages = new ArrayDeque<>();

    /** @param postingsPerKey the newest that an article meets under each key */
    MemoryLinks(CandidateFinder finder, int postingsPerKey, int linksPerArticle) {
        this.finder = finder;
        this.postingsPerKey = postingsPerKey;
        this.linksPerArticle = linksPerArticle;
    }

    /** Adds an article that comes after all others. */
    void add(ReadArticle read) {
        String id = read.article().id();
        Instant at = read.article().at();
        tell(id, event(LinkEventKind.OPENED, at));
        Posting posting = Posting.newBuilder()
                .setArticleId(id)
                .setGeneration(1)
                .setAt(at)
                .setKeys(read.keys())
                .setSignature(read.signature().toAvro())
                .build();
        Candidate candidate = Candidate.from(posting);
        for (String key : read.keys()) {
            Deque<Candidate> ring = rings.computeIfAbsent(key, none -> new ArrayDeque<>());
            finder.find(key, candidate, ring).forEach(event -> tell(id, event));
            ring.add(candidate);
            if (ring.size() > postingsPerKey) {
                ring.remove();
            }
        }
        deliver();
    }

    /** Every computed link of the article, those that are not shown included. */
    List<Link> links(String id) {
        LinkMemory memory = memories.get(id);
        List<KeptLink> all = memory == null ? new ArrayList<>() : new ArrayList<>(memory.getLinks());
        all.addAll(spares(id).all());
        return all.stream().map(KeptLink::getLink).toList();
    }

    /** The story of an article that was added. */
    String story(String id) {
        LinkMemory memory = memories.get(id);
        return memory == null ? id : memory.getStoryId();
    }

    private void tell(String id, LinkEvent event) {
        messages.add(new LinkMessage(id, event));
    }

    private void deliver() {
        while (!messages.isEmpty()) {
            LinkMessage message = messages.remove();
            LinkKeeper keeper =
                    new LinkKeeper(message.to(), memories.get(message.to()), spares(message.to()), linksPerArticle);
            keeper.hear(message.event(), Long.MIN_VALUE);
            memories.put(message.to(), keeper.memory());
            messages.addAll(keeper.messages());
        }
    }

    private SpareMap spares(String id) {
        return spares.computeIfAbsent(id, none -> new SpareMap());
    }

    private static LinkEvent event(LinkEventKind kind, Instant at) {
        return LinkEvent.newBuilder()
                .setKind(kind)
                .setGeneration(1)
                .setAt(at.toEpochMilli())
                .build();
    }

    private static final class SpareMap implements SpareLinks {
        private final Map<String, KeptLink> links = new HashMap<>();

        @Override
        public void put(KeptLink link) {
            links.put(link.getLink().getArticleId(), link);
        }

        @Override
        public @Nullable KeptLink get(String otherId) {
            return links.get(otherId);
        }

        @Override
        public void remove(String otherId) {
            links.remove(otherId);
        }

        @Override
        public List<KeptLink> all() {
            return new ArrayList<>(links.values());
        }
    }
}
