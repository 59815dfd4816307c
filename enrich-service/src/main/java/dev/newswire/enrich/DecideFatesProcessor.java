package dev.newswire.enrich;

import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Ends the events that go no further. The fate of the others is decided where they are published. */
final class DecideFatesProcessor extends ContextualProcessor<String, Outcome, String, ArticleFate> {
    private static final String SERVICE = "enrich";

    @Override
    public void process(Record<String, Outcome> record) {
        Outcome outcome = record.value();
        if (outcome instanceof Outcome.Unchanged) {
            forward(record, Fate.UNCHANGED, "It says what is known.");
        } else if (outcome instanceof Outcome.Stale) {
            forward(record, Fate.STALE, staleReason(outcome.event(), outcome.memory()));
        }
    }

    private static String staleReason(RawArticle event, ArticleMemory memory) {
        String state = memory.getRetracted() ? "was withdrawn by" : "stands by";
        return "Its revision " + event.getRevision() + " is not newer: the article " + state + " revision "
                + memory.getRevision() + ".";
    }

    private void forward(Record<String, Outcome> record, Fate decided, String reason) {
        RawArticle event = record.value().event();
        ArticleFate fate = Fates.of(
                decided,
                SERVICE,
                EventOrigin.of(context()),
                event.getArticleId(),
                event.getSource(),
                event.getRevision(),
                reason,
                context().currentSystemTimeMs());
        context().forward(record.withKey(Fates.key(fate)).withValue(fate).withHeaders(new RecordHeaders()));
    }
}
