package dev.newswire.enrich;

import dev.newswire.enrich.related.LinkKeeper;
import dev.newswire.enrich.related.LinkMessage;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.LinkMemory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the links of each article in step with those of all others. */
final class LinkRelatedProcessor extends ContextualProcessor<String, LinkEvent, String, LinkOutput> {
    private final EnrichSettings settings;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, LinkMemory> memories;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, KeptLink> spareLinks;

    LinkRelatedProcessor(EnrichSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, LinkOutput> context) {
        super.init(context);
        memories = context.getStateStore(EnrichTopology.RELATED);
        spareLinks = context.getStateStore(EnrichTopology.SPARE_LINKS);
    }

    @Override
    public void process(Record<String, LinkEvent> record) {
        String articleId = record.key();
        LinkMemory before = memories.get(articleId);
        LinkKeeper keeper = new LinkKeeper(
                articleId, before, new SpareLinkStore(spareLinks, articleId), settings.linksPerArticle());
        keeper.hear(record.value(), record.timestamp() - settings.window().toMillis());
        LinkMemory after = keeper.memory();
        if (!after.equals(before)) {
            memories.put(articleId, after);
            forward(record, articleId, new LinkOutput.Changed(isWithdrawal(record.value())));
        }
        for (LinkMessage message : keeper.messages()) {
            forward(record, message.to(), new LinkOutput.Told(message.event()));
        }
    }

    private static boolean isWithdrawal(LinkEvent event) {
        return event.getKind() == LinkEventKind.CLOSED || event.getKind() == LinkEventKind.GONE;
    }

    private void forward(Record<String, LinkEvent> record, String key, LinkOutput output) {
        context().forward(new Record<>(key, output, record.timestamp(), new RecordHeaders()));
    }
}
