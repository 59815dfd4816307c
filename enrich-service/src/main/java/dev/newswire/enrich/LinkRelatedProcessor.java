package dev.newswire.enrich;

import dev.newswire.enrich.related.LinkKeeper;
import dev.newswire.enrich.related.LinkMessage;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the links of each article in step with those of all others. */
final class LinkRelatedProcessor extends ContextualProcessor<String, LinkEvents, String, LinkOutput> {
    private final EnrichSettings settings;
    private final LinkMemoryStore.Shared shared;

    @SuppressWarnings("NullAway.Init") // by init
    private LinkMemoryStore memories;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, KeptLink> spareLinks;

    LinkRelatedProcessor(EnrichSettings settings, LinkMemoryStore.Shared shared) {
        this.settings = settings;
        this.shared = shared;
    }

    @Override
    public void init(ProcessorContext<String, LinkOutput> context) {
        super.init(context);
        memories = shared.open(context);
        spareLinks = context.getStateStore(EnrichTopology.SPARE_LINKS);
    }

    @Override
    public void process(Record<String, LinkEvents> record) {
        String articleId = record.key();
        List<LinkEvent> events = record.value().events();
        LinkMemory before = memories.get(articleId);
        LinkKeeper keeper = new LinkKeeper(
                articleId, before, new SpareLinkStore(spareLinks, articleId), settings.linksPerArticle());
        events.forEach(event ->
                keeper.hear(event, record.timestamp() - settings.window().toMillis()));
        LinkMemory after = keeper.memory();
        if (!after.equals(before)) {
            memories.put(articleId, after);
            boolean urgent = events.stream().anyMatch(LinkRelatedProcessor::isWithdrawal) || isRenamed(before, after);
            forward(record, articleId, new LinkOutput.Changed(urgent));
        }
        byReceiver(keeper.messages())
                .forEach((other, told) -> forward(record, other, new LinkOutput.Told(new LinkEvents(told))));
    }

    @Override
    public void close() {
        shared.close(context());
    }

    /** In the order in which each is to hear them. */
    private static Map<String, List<LinkEvent>> byReceiver(List<LinkMessage> messages) {
        Map<String, List<LinkEvent>> receivers = new LinkedHashMap<>();
        for (LinkMessage message : messages) {
            receivers.computeIfAbsent(message.to(), other -> new ArrayList<>()).add(message.event());
        }
        return receivers;
    }

    private static boolean isWithdrawal(LinkEvent event) {
        return event.getKind() == LinkEventKind.CLOSED || event.getKind() == LinkEventKind.GONE;
    }

    /** Stories are renamed where their oldest article is withdrawn: no article may tell its id any longer. */
    private static boolean isRenamed(@Nullable LinkMemory before, LinkMemory after) {
        return before != null && !before.getStoryId().equals(after.getStoryId());
    }

    private void forward(Record<String, LinkEvents> record, String key, LinkOutput output) {
        context().forward(new Record<>(key, output, record.timestamp(), new RecordHeaders()));
    }
}
