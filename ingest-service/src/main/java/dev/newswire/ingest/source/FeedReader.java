package dev.newswire.ingest.source;

import dev.newswire.ingest.feed.FeedDocument;
import dev.newswire.ingest.feed.FeedException;
import dev.newswire.ingest.feed.FeedParser;
import java.util.List;

/** Reads feeds: one article an item. */
final class FeedReader implements DocumentReader {

    private final FeedParser parser = new FeedParser();

    @Override
    public List<Reading> read(Document document) {
        Origin origin = document.origin();
        try {
            return FeedArticles.of(
                    parser.parse(new FeedDocument(document.content(), origin.charset(), origin.url())), origin);
        } catch (FeedException refused) {
            return List.of(
                    new Reading.Refused(Refusal.of(rule(refused), refused.reason()), Place.WHOLE, document.whole()));
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private static Rule rule(FeedException refused) {
        return switch (refused.kind()) {
            case EMPTY -> Rule.EMPTY;
            case SYNTAX -> Rule.SYNTAX;
            case LIMIT -> Rule.LIMIT;
            case NO_FEED, UNSUPPORTED -> Rule.UNSUPPORTED;
        };
    }
}
