package dev.newswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final Instant TIME = Instant.parse("2025-07-30T10:00:00Z");

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void hashIsTheSameForTheSameContentWheneverItComes() {
        assertThat(ContentHash.of(article()
                        .setReceivedAt(TIME.plusSeconds(9))
                        .setRevision(7)
                        .setWarnings(List.of("w"))))
                .isEqualTo(ContentHash.of(article()))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void everyPartOfTheContentCounts() {
        String hash = ContentHash.of(article());
        assertThat(List.of(
                        article().setTitle("t"),
                        article().setBody("b"),
                        article().setAuthors(List.of("Ann", "Lee")),
                        article().setPublishedAt(null),
                        article().setSource("other"),
                        article().setLanguage(null),
                        article().setSection("Port"),
                        article().setCanonicalUrl(null),
                        article().setEmbargoUntil(TIME),
                        article().setDeclaredRelated(List.of("x"))))
                .extracting(ContentHash::of)
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void estimatedTimeDriftsAndDoesNotCount() {
        assertThat(ContentHash.of(article().setPublishedAtEstimated(true)))
                .isEqualTo(
                        ContentHash.of(article().setPublishedAtEstimated(true).setPublishedAt(TIME.plusSeconds(60))));
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        assertThat(ContentHash.of(article().setTitle("ab").setBody("c")))
                .isNotEqualTo(ContentHash.of(article().setTitle("a").setBody("bc")));
    }

    @Test
    void articlesWithoutASectionKeepTheHashThatTheyHadBeforeSectionsWereRead() {
        assertThat(ContentHash.of(article())).isEqualTo("b4a7f3f37d08919623ed208bde27ec2e");
    }

    private static RawArticle.Builder article() {
        return RawArticle.newBuilder()
                .setArticleId("id")
                .setRevision(1)
                .setSource("echo")
                .setTitle("Title")
                .setBody("Body")
                .setAuthors(List.of("Ann Lee"))
                .setPublishedAt(TIME)
                .setLanguage("en")
                .setCanonicalUrl("https://example.com/a")
                .setReceivedAt(TIME);
    }
}
