package dev.newswire.enrich;

import dev.newswire.enrich.related.LinkKeeper;
import dev.newswire.enrich.related.LinkMessage;
import dev.newswire.enrich.related.RelatedView;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkMemory;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the links of each article, and gives them out when they change. */
final class LinkRelatedProcessor extends ContextualProcessor<String, LinkEvent, String, LinkOutput> {
    private final EnrichSettings settings;
    private final String rulesVersion;
    private final EnrichMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, LinkMemory> memories;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, KeptLink> spareLinks;

    LinkRelatedProcessor(EnrichSettings settings, String rulesVersion, EnrichMeters meters) {
        this.settings = settings;
        this.rulesVersion = rulesVersion;
        this.meters = meters;
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
                articleId, before, new StoredSpareLinks(spareLinks, articleId), settings.linksPerArticle());
        keeper.hear(record.value(), record.timestamp() - settings.window().toMillis());
        LinkMemory after = keeper.memory();
        if (!after.equals(before)) {
            memories.put(articleId, after);
            showChange(record, before, after);
        }
        for (LinkMessage message : keeper.messages()) {
            forward(record, message.to(), new LinkOutput.Told(message.event()));
        }
    }

    private void showChange(Record<String, LinkEvent> record, @Nullable LinkMemory before, LinkMemory after) {
        RelatedArticles shown = RelatedView.of(record.key(), after, rulesVersion);
        if (!Objects.equals(shown, RelatedView.of(record.key(), before, rulesVersion))) {
            meters.relatedWritten.increment();
            forward(record, record.key(), new LinkOutput.Changed(shown));
        }
    }

    private void forward(Record<String, LinkEvent> record, String key, LinkOutput output) {
        context().forward(new Record<>(key, output, record.timestamp(), new RecordHeaders()));
    }
}
