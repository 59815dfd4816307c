package dev.newswire.publish.search;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.HostileTexts;
import dev.newswire.schema.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));

    private final SearchIndex index = new SearchIndex(100);

    @Test
    void everyWordOfAQueryMustStandInWhatIsFound() {
        put(1, "Ishiba stays on after the vote");
        put(2, "Vote in The Hague");
        assertThat(find("vote")).containsExactly(id(2), id(1));
        assertThat(find("VOTE hague")).containsExactly(id(2));
        assertThat(find("vote nothing")).isEmpty();
    }

    @Test
    void theBeginningOfAWordFindsItBehindTheWordItself() {
        put(1, "Fish market opens");
        put(2, "Fisheries agreement signed");
        assertThat(find("fish")).containsExactly(id(1), id(2));
        assertThat(find("fisher")).containsExactly(id(2));
        assertThat(find("isheries")).isEmpty();
    }

    @Test
    void namesAreFoundThoughTheTitleDoesNotSayThem() {
        put(1, "A title");
        assertThat(find("nato")).containsExactly(id(1));
    }

    @Test
    void titlesComeBeforeNames() {
        put(1, "Nato meets in Brussels");
        put(2, "A later title");
        assertThat(find("nato")).containsExactly(id(1), id(2));
    }

    @Test
    void accentsCaseAndWidthDoNotMatter() {
        put(1, "António Costa's Ｗｉｎｔｅｒ visit");
        assertThat(find("antonio")).containsExactly(id(1));
        assertThat(find("winter ANTÓNIO")).containsExactly(id(1));
    }

    @Test
    void japaneseIsFoundWithoutSpaces() {
        put(1, "参院選、与党が過半数割れ 石破首相は続投の意向");
        assertThat(find("石破首相")).containsExactly(id(1));
        assertThat(find("与党")).containsExactly(id(1));
        assertThat(find("野党")).isEmpty();
    }

    @Test
    void aCorrectionReplacesAndARetractionRemoves() {
        put(1, "First wording");
        put(1, "Second wording");
        assertThat(find("first")).isEmpty();
        assertThat(find("second")).containsExactly(id(1));
        index.remove(id(1));
        assertThat(find("second")).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void anEmbargoedArticleIsNotFoundBeforeItsTime() {
        index.put(article(1)
                .setTitle("Secret until three")
                .setEmbargoUntil(NOW.plusSeconds(1))
                .build());
        assertThat(index.find("secret", 10, NOW)).isEmpty();
        assertThat(index.find("secret", 10, NOW.plusSeconds(1))).containsExactly(id(1));
    }

    @Test
    void theOldestLeaveWhenItIsFull() {
        for (int i = 1; i <= 150; i++) {
            put(i, "Title number" + i);
        }
        assertThat(index.size()).isEqualTo(100);
        assertThat(find("number1")).doesNotContain(id(1)).contains(id(100));
        assertThat(find("number50")).isEmpty();
        assertThat(find("number51")).containsExactly(id(51));
    }

    @Test
    void whatIsPutInAnyOrderAndTakenOutLeavesNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> texts = HostileTexts.known().toList();
        for (int i = 0; i < 2_000; i++) {
            int number = random.nextInt(130);
            if (random.nextBoolean()) {
                put(number, texts.get(random.nextInt(texts.size())) + " word" + random.nextInt(9));
            } else {
                index.remove(id(number));
            }
            assertThat(index.size()).as("seed %s", seed).isLessThanOrEqualTo(100);
            find(texts.get(random.nextInt(texts.size())));
        }
        for (int number = 0; number < 130; number++) {
            index.remove(id(number));
        }
        assertThat(index.size()).isZero();
        assertThat(find("word")).isEmpty();
    }

    @Test
    void aQueryWithoutWordsFindsNothing() {
        put(1, "Something");
        assertThat(find("")).isEmpty();
        assertThat(find(" -- !? ")).isEmpty();
        assertThat(index.find("something ".repeat(10_000), 10, NOW)).containsExactly(id(1));
    }

    private void put(int number, String title) {
        EnrichedArticle article = article(number).setTitle(title).build();
        index.put(article);
    }

    private List<String> find(String query) {
        return index.find(query, 100, NOW);
    }
}
