package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Fate;
import dev.newswire.schema.internal.EventCoordinates;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fates that follow from a change: one for the event itself and one for an event that it kept from publication. */
final class FateNotes {
    private static final String SUPERSEDED = "A newer revision replaced it before its embargo ended.";
    private static final String WITHDRAWN_EARLY = "The article was withdrawn before its embargo ended.";

    private FateNotes() {}

    static List<FateNote> ofUpsert(PublishedArticle before, EnrichedArticle article, boolean waits, Occasion occasion) {
        if (isRepeated(before, occasion)) {
            return List.of();
        }
        List<FateNote> notes = waiting(before, Fate.STALE, SUPERSEDED);
        add(notes, waits ? Fate.EMBARGOED : Fate.PUBLISHED, occasion.origin(), article, null);
        return notes;
    }

    static List<FateNote> ofWithdrawal(PublishedArticle before, Occasion occasion) {
        if (isRepeated(before, occasion)) {
            return List.of();
        }
        List<FateNote> notes = waiting(before, Fate.RETRACTED, WITHDRAWN_EARLY);
        EventCoordinates event = occasion.origin();
        if (event != null) {
            EnrichedArticle article = before.getArticle();
            String source = article == null ? null : article.getSource();
            notes.add(new FateNote(Fate.RETRACTED, event, source, 0, null));
        }
        return notes;
    }

    static List<FateNote> ofRelease(PublishedArticle before) {
        return waiting(before, Fate.PUBLISHED, null);
    }

    private static boolean isRepeated(PublishedArticle before, Occasion occasion) {
        return occasion.origin() != null && occasion.origin().equals(before.getOrigin());
    }

    private static List<FateNote> waiting(PublishedArticle before, Fate fate, @Nullable String reason) {
        List<FateNote> notes = new ArrayList<>(2);
        if (before.getPending() != null) {
            add(notes, fate, before.getOrigin(), before.getArticle(), reason);
        }
        return notes;
    }

    private static void add(
            List<FateNote> notes,
            Fate fate,
            @Nullable EventCoordinates event,
            @Nullable EnrichedArticle article,
            @Nullable String reason) {
        if (event != null && article != null) {
            notes.add(new FateNote(fate, event, article.getSource(), article.getRevision(), reason));
        }
    }
}
