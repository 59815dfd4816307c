package dev.newswire.enrich;

import dev.newswire.schema.internal.ArticleMemory;
import dev.newswire.schema.internal.Posting;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Puts the article under its keys, and takes it away from those that are no longer its. */
final class EmitPostingsProcessor extends ContextualProcessor<String, Enrichment, String, EncodedPosting> {
    private final EnrichMeters meters;

    EmitPostingsProcessor(EnrichMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, Enrichment> record) {
        Enrichment enrichment = record.value();
        ArticleMemory memory = enrichment.memory();
        List<String> keys = memory.getPostingKeys();
        Posting posting = Posting.newBuilder()
                .setArticleId(record.key())
                .setGeneration(memory.getGeneration())
                .setAt(enrichment.since())
                .setKeys(keys)
                .setSignature(enrichment.signature())
                .build();
        EncodedPosting encoded = EncodedPosting.of(posting);
        List<String> left = enrichment.formerKeys().stream()
                .filter(key -> !keys.contains(key))
                .toList();
        if (!left.isEmpty()) {
            EncodedPosting withdrawal = EncodedPosting.of(withdrawal(posting));
            left.forEach(key -> forward(record, key, withdrawal));
        }
        keys.forEach(key -> forward(record, key, encoded));
    }

    private static Posting withdrawal(Posting posting) {
        return Posting.newBuilder(posting).setKeys(List.of()).setSignature(null).build();
    }

    private void forward(Record<String, Enrichment> record, String key, EncodedPosting posting) {
        meters.postingsEmitted.increment();
        context().forward(new Record<>(key, posting, record.timestamp(), new RecordHeaders()));
    }
}
