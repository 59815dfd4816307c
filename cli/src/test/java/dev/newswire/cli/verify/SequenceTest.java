package dev.newswire.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.identity.ArticleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sequence.Times TIMES = new Sequence.Times(Duration.ofSeconds(9), Duration.ofSeconds(5));

    private final ConsumerView view = new ConsumerView("check", Clock.fixed(NOON.plusSeconds(5), ZoneOffset.UTC));

    @Test
    void consumerThatDoesAllItMustPasses() {
        assertThat(mistakes(line -> true)).isEmpty();
        assertThat(view.complaints()).isEmpty();
    }

    @Test
    void consumerThatMissesRemovalsFails() {
        assertThat(mistakes(line -> !line.contains("remove")))
                .containsExactly("retract", "story merge", "retract the rest");
    }

    @Test
    void consumerThatKeepsTheFirstRevisionFails() {
        assertThat(mistakes(line -> !line.contains("Correction"))).containsExactly("correct", "embargo lift");
    }

    @Test
    void consumerThatMissesTheMergedStoryFails() {
        assertThat(mistakes(line -> !line.contains("merged"))).containsExactly("story merge");
    }

    @Test
    void linesOfAnotherFormAreToldAndThoseOfOtherFeedsPassedOver() {
        view.accept("hello");
        view.accept("");
        view.accept("{\"feed\":\"latest\",\"article\":\"A\",\"event\":\"upsert\"}");
        assertThat(view.complaints()).hasSize(1).first().asString().contains("hello");
        assertThat(view.entries()).isEmpty();
    }

    /** Names of the steps that a consumer fails whose lines a filter lets through. */
    private List<String> mistakes(Predicate<String> filter) {
        List<String> names = new ArrayList<>();
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Sequence sequence =
                new Sequence(new Feed(filter), view, clock, TIMES, step -> names.add(step.name()), "check", "run");
        List<Sequence.Step> steps = sequence.play();
        assertThat(names).hasSize(6).hasSameSizeAs(steps);
        return steps.stream()
                .filter(step -> step.mistake().isPresent())
                .map(Sequence.Step::name)
                .toList();
    }

    /** A pipeline and a consumer that tells at once what it sees; copies are of one story. */
    private final class Feed implements Sequence.Pipeline {
        private final Predicate<String> filter;

        Feed(Predicate<String> filter) {
            this.filter = filter;
        }

        @Override
        public void send(ObjectNode article) {
            String id = ArticleId.ofExternal("check", article.path("id").asText());
            String title = article.path("title").asText();
            tell("upsert", id, title, id);
            if (article.path("id").asText().equals("run-d")) {
                tell("upsert", id, title, ArticleId.ofExternal("check", "run-c"), "merged");
            }
        }

        @Override
        public void retract(String articleId) {
            tell("remove", articleId, "", "");
        }

        @Override
        public boolean await(BooleanSupplier condition, Duration patience) {
            return condition.getAsBoolean();
        }

        private void tell(String event, String article, String title, String story, String... notes) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("feed", "check").put("article", article).put("event", event);
            line.put("title", title).put("story", story).put("note", String.join(" ", notes));
            if (filter.test(line.toString())) {
                view.accept(line.toString());
            }
        }
    }
}
