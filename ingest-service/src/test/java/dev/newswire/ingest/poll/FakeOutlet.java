package dev.newswire.ingest.poll;

import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps what polls hand on; can be away. */
final class FakeOutlet implements Outlet {

    final List<Outcome> outcomes = new ArrayList<>();
    boolean isAway;

    @Override
    public void deliver(List<Outcome> found, Instant receivedAt) {
        if (isAway) {
            throw new UnavailableException("away", null);
        }
        outcomes.addAll(found);
    }

    List<RawArticle> articles() {
        return outcomes.stream()
                .filter(Outcome.Ready.class::isInstance)
                .map(outcome -> ((Outcome.Ready) outcome).article())
                .toList();
    }

    List<String> titles() {
        return articles().stream().map(RawArticle::getTitle).toList();
    }

    List<String> refusals() {
        return outcomes.stream()
                .filter(Outcome.Rejected.class::isInstance)
                .map(outcome -> ((Outcome.Rejected) outcome).refusal().reason())
                .toList();
    }
}
