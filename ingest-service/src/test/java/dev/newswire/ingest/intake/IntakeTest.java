package dev.newswire.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.ScrapedArticle;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");
    private static final Limits SMALL = new Limits(20, 50, 10, 60, 2, 10, 8, 2);

    private final Intake intake = new Intake(SMALL);

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void longTitleTextIdAndUrlAreRefusedWithTheirPlace() {
        assertThat(refusal(article().setTitle("x".repeat(21)))).isEqualTo(limit("/title"));
        assertThat(refusal(article().setBody("x".repeat(51)))).isEqualTo(limit("/body"));
        assertThat(refusal(article().setExternalId("x".repeat(11)))).isEqualTo(limit("/externalId"));
        assertThat(refusal(article()
                        .setUrl("https://example.com/" + "x".repeat(60))
                        .setExternalId(null)))
                .startsWith("value /url");
    }

    @Test
    void whatIsTooMuchInAListIsDroppedWithAWarning() {
        RawArticle event = event(article()
                .setAuthors(List.of("Ann", "Bo has a name without end", "Cy"))
                .setBody("Text")
                .setRelated(List.of("2", "3", "4")));

        assertThat(event.getAuthors()).containsExactly("Ann");
        assertThat(event.getDeclaredRelated()).hasSize(2);
        assertThat(event.getWarnings()).hasSize(3);
    }

    @Test
    void sectionIsOneLineAndDroppedWhereItIsTooLong() {
        assertThat(event(article().setSection(" Sea\n bed ")).getSection()).isEqualTo("Sea bed");
        RawArticle event = event(article().setSection("x".repeat(9)));
        assertThat(event.getSection()).isNull();
        assertThat(event.getWarnings()).contains("section has more than 8 characters and was dropped");
        assertThat(event(article().setSection(" \n ")).getSection()).isNull();
    }

    @Test
    void longUrlIsDroppedWhereAnIdIdentifiesTheArticle() {
        RawArticle event = event(article().setUrl("https://example.com/" + "x".repeat(60)));

        assertThat(event.getCanonicalUrl()).isNull();
        assertThat(event.getWarnings()).anyMatch(warning -> warning.contains("url"));
    }

    @Test
    void revisionIsTheTimeOfReceiptUnlessTheSenderGivesOne() {
        assertThat(event(article()).getRevision()).isEqualTo(NOW.toEpochMilli());
        assertThat(event(article().setRevision(7L)).getRevision()).isEqualTo(7);
        assertThat(refusal(article().setRevision(-1L))).startsWith("value /revision");
        assertThat(refusal(article().setRevision(Long.MAX_VALUE))).startsWith("value /revision");
    }

    @Test
    void secondEventOfAnArticleInTheSameMillisecondIsTheLaterOne() {
        List<RawArticle> events = events(
                List.of(article(), article().setTitle("Mended"), article().setExternalId("2")));

        assertThat(events).extracting(RawArticle::getReceivedAt).containsExactly(NOW, NOW.plusMillis(1), NOW);
        assertThat(events.get(1).getRevision()).isEqualTo(NOW.plusMillis(1).toEpochMilli());
    }

    @Test
    void retractionCarriesNoText() {
        RawArticle event =
                event(article().setKind(EventKind.RETRACT).setBody("Text").setAuthors(List.of("Ann")));

        assertThat(event.getArticleId()).isEqualTo(event(article()).getArticleId());
        assertThat(event.getTitle()).isEmpty();
        assertThat(event.getBody()).isEmpty();
        assertThat(event.getContentHash()).isEmpty();
        assertThat(event.getAuthors()).isEmpty();
    }

    @Test
    void articleDoesNotDeclareItselfAsRelated() {
        assertThat(event(article().setRelated(List.of("1", "2"))).getDeclaredRelated())
                .hasSize(1);
    }

    @Test
    void pageNamesOnlyThoseOfItsSiblingsThatAreTaken() {
        Reading main = new Reading.Found(article().build(), Place.WHOLE, Excerpt.of(""), List.of(1, 2), List.of());
        Reading taken = reading(article().setExternalId("2"));
        Reading refused = reading(article().setExternalId("3").setTitle(" "));

        List<Outcome> outcomes = intake.prepare(List.of(main, taken, refused), null, NOW);

        assertThat(((Outcome.Ready) outcomes.get(0)).article().getDeclaredRelated())
                .containsExactly(((Outcome.Ready) outcomes.get(1)).article().getArticleId());
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void warningsAreFewAndShort() {
        List<String> notes = Collections.nCopies(100, "x".repeat(1_000));
        Reading noisy = new Reading.Found(article().build(), Place.WHOLE, Excerpt.of(""), List.of(), notes);

        RawArticle event =
                ((Outcome.Ready) intake.prepare(List.of(noisy), null, NOW).get(0)).article();

        assertThat(event.getWarnings()).hasSize(20).allMatch(warning -> warning.length() <= 300);
    }

    @Test
    void whatAReaderRefusedKeepsTheSourceOfTheRequest() {
        Reading refused = new Reading.Refused(Refusal.of(Rule.SYNTAX, "broken"), Place.WHOLE, Excerpt.of("{"));

        Outcome.Rejected rejected =
                (Outcome.Rejected) intake.prepare(List.of(refused), "echo", NOW).get(0);

        assertThat(rejected.source()).isEqualTo("echo");
    }

    private static ScrapedArticle.Builder article() {
        return ScrapedArticle.newBuilder().setSource("echo").setExternalId("1").setTitle("A title");
    }

    private static String limit(String pointer) {
        return "limit " + pointer;
    }

    private static Reading reading(ScrapedArticle.Builder article) {
        return new Reading.Found(article.build(), Place.WHOLE, Excerpt.of(""), List.of(), List.of());
    }

    private List<RawArticle> events(List<ScrapedArticle.Builder> articles) {
        List<Reading> readings = articles.stream().map(IntakeTest::reading).toList();
        return intake.prepare(readings, null, NOW).stream()
                .map(outcome -> ((Outcome.Ready) outcome).article())
                .toList();
    }

    private RawArticle event(ScrapedArticle.Builder article) {
        return ((Outcome.Ready) new Intake(SMALL)
                        .prepare(List.of(reading(article)), null, NOW)
                        .get(0))
                .article();
    }

    private String refusal(ScrapedArticle.Builder article) {
        Outcome outcome = intake.prepare(List.of(reading(article)), null, NOW).get(0);
        Refusal refusal = ((Outcome.Rejected) outcome).refusal();
        return refusal.rule().id() + " " + refusal.pointer();
    }
}
