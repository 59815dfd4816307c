package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.deadletter.Reject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A quarantine in memory that can be away. */
final class FakeQuarantine implements Quarantine {

    final List<Reject> letters = Collections.synchronizedList(new ArrayList<>());
    volatile boolean isAway;

    @Override
    public void put(List<Reject> rejects) {
        if (isAway) {
            throw new UnavailableException("away", null);
        }
        letters.addAll(rejects);
    }
}
