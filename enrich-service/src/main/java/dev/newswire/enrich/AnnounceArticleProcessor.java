package dev.newswire.enrich;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tells the keeper of the article's links that it is there, changed or withdrawn. */
final class AnnounceArticleProcessor extends ContextualProcessor<String, Enrichment, String, LinkEvents> {
    @Override
    public void process(Record<String, Enrichment> record) {
        EnrichedArticle article = record.value().article();
        LinkEvent event = LinkEvent.newBuilder()
                .setKind(article == null ? LinkEventKind.CLOSED : LinkEventKind.OPENED)
                .setGeneration(record.value().memory().getGeneration())
                .setAt(record.value().since().toEpochMilli())
                .setDeclares(article == null ? List.of() : article.getDeclaredRelated())
                .build();
        context().forward(new Record<>(record.key(), LinkEvents.of(event), record.timestamp(), new RecordHeaders()));
    }
}
