package dev.newswire.benchmarks.extraction;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.page.BlockModel;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.JsonLimits;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way of a page through the ingest service: its reader, then the step that every article passes. */
final class NewswireExtractor implements Extractor {

    private static final Pattern WRITTEN_DAY = Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}");
    private static final int DAY_LENGTH = 10;

    private final Readers readers;
    private final Intake intake = new Intake(Limits.STANDARD);
    private final Instant now = Instant.now();

    NewswireExtractor(BlockModel model) {
        readers = new Readers(JsonLimits.STANDARD, model);
    }

    @Override
    public Extracted extract(byte[] html, @Nullable String url) {
        Origin origin = new Origin(null, url, now, null);
        List<Reading> readings = readers.read(DocumentType.HTML, new Document(html, origin));
        Outcome outcome = intake.prepare(readings, null, now).get(0);
        if (outcome instanceof Outcome.Rejected rejected) {
            return Extracted.refused(rejected.refusal().reason());
        }
        RawArticle article = ((Outcome.Ready) outcome).article();
        return new Extracted(
                article.getTitle(), article.getAuthors(), day(readings.get(0), article), article.getBody(), null);
    }

    /** Of the page's words, since the event's instant has lost the time zone. */
    private static @Nullable String day(Reading reading, RawArticle article) {
        if (article.getPublishedAt() == null || !(reading instanceof Reading.Found found)) {
            return null;
        }
        String words = found.article().getPublishedAt();
        return words != null && WRITTEN_DAY.matcher(words).lookingAt()
                ? words.strip().substring(0, DAY_LENGTH)
                : article.getPublishedAt().toString().substring(0, DAY_LENGTH);
    }
}
