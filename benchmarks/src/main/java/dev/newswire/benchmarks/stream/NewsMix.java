package dev.newswire.benchmarks.stream;

import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RetractReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Events as they come in a stream of news: articles of stories of very different size, copies, corrections and
 * retractions. The same for the same texts and options, but for the time.
 */
public final class NewsMix {
    private static final long SEED = 20260301;
    private static final double NEW_STORY = 0.35;
    private static final double COPY = 0.06;
    private static final double CORRECTION = 0.06;
    private static final double RETRACTION = 0.02;
    /** Stories that are still told, the newest the most: rank by rank after Zipf. */
    private static final int CURRENT_STORIES = 1_000;
    /** Articles that copies, corrections and retractions are made of. */
    private static final int REMEMBERED = 2_000;

    private static final int SOURCES = 50;
    private static final String HOT_WORD = "Zephyrhalle";

    private final Random random = new Random(SEED);
    private final List<String> texts;
    private final Vocabulary vocabulary;
    private final double hotShare;
    private final Duration step;
    private final List<RawArticle> remembered = new ArrayList<>();
    private Instant now;
    private int stories;
    private int made;

    /**
     * @param texts of about the length that articles are to have
     * @param hotShare share of articles that name one thing that few others do, 0 to 1
     * @param start when the first event is received
     * @param step time from one event to the next
     */
    public NewsMix(List<String> texts, double hotShare, Instant start, Duration step) {
        this.texts = texts;
        this.vocabulary = new Vocabulary(texts);
        this.hotShare = hotShare;
        this.now = start;
        this.step = step;
    }

    /** The next event. */
    public RawArticle next() {
        now = now.plus(step);
        made++;
        double kind = random.nextDouble();
        if (remembered.isEmpty() || kind >= COPY + CORRECTION + RETRACTION) {
            return remember(told());
        }
        RawArticle known = remembered.get(random.nextInt(remembered.size()));
        if (kind < COPY) {
            return remember(copy(known));
        }
        if (kind < COPY + CORRECTION) {
            return corrected(known);
        }
        remembered.remove(known);
        return retracted(known);
    }

    /** Half of the story's own text and half of another, sentence by sentence. */
    private RawArticle told() {
        int story = story();
        String[] own =
                vocabulary.exchange(texts.get(story % texts.size()), story).split("(?<=[.!?]) ");
        String[] other = vocabulary
                .exchange(texts.get(random.nextInt(texts.size())), random.nextInt())
                .split("(?<=[.!?]) ");
        StringBuilder body = new StringBuilder(own[0]);
        for (int i = 1; i < Math.max(own.length, other.length); i++) {
            String[] from = random.nextBoolean() ? own : other;
            if (i < from.length) {
                body.append(' ').append(from[i]);
            }
        }
        String title = own[0].length() > 90 ? own[0].substring(0, 90) : own[0];
        if (random.nextDouble() < hotShare) {
            title = HOT_WORD + ": " + title;
            body.append(' ')
                    .append(HOT_WORD)
                    .append(" opens today, and ")
                    .append(HOT_WORD)
                    .append(" waits.");
        }
        return article(title.replace('\n', ' '), body.toString());
    }

    private int story() {
        if (stories == 0 || random.nextDouble() < NEW_STORY) {
            return ++stories;
        }
        int current = Math.min(stories, CURRENT_STORIES);
        int age = (int) Math.pow(current, random.nextDouble()) - 1;
        return stories - age;
    }

    private RawArticle article(String title, String body) {
        return RawArticle.newBuilder()
                .setArticleId(String.format(Locale.ROOT, "%026d", made))
                .setRevision(now.toEpochMilli())
                .setKind(EventKind.UPSERT)
                .setSource("paper-" + (int) Math.pow(SOURCES, random.nextDouble()))
                .setCanonicalUrl("https://news.example/" + made)
                .setTitle(title)
                .setBody(body)
                .setAuthors(List.of("Ann Example"))
                .setPublishedAt(now)
                .setLanguage("en")
                .setReceivedAt(now)
                .setContentHash(String.format(Locale.ROOT, "%032x", made))
                .build();
    }

    private RawArticle copy(RawArticle known) {
        return article(known.getTitle(), "(Agency) " + known.getBody());
    }

    private RawArticle corrected(RawArticle known) {
        RawArticle correction = RawArticle.newBuilder(known)
                .setRevision(now.toEpochMilli())
                .setReceivedAt(now)
                .setBody(known.getBody() + " This article was corrected for the time " + made + ".")
                .setContentHash(String.format(Locale.ROOT, "%032x", made))
                .build();
        remembered.set(remembered.indexOf(known), correction);
        return correction;
    }

    private RawArticle retracted(RawArticle known) {
        return RawArticle.newBuilder()
                .setArticleId(known.getArticleId())
                .setRevision(now.toEpochMilli())
                .setKind(EventKind.RETRACT)
                .setRetractReason(RetractReason.PUBLISHER)
                .setSource(known.getSource())
                .setReceivedAt(now)
                .build();
    }

    private RawArticle remember(RawArticle article) {
        if (remembered.size() < REMEMBERED) {
            remembered.add(article);
            return article;
        }
        remembered.set(random.nextInt(REMEMBERED), article);
        return article;
    }
}
