package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.related.KeeperNetwork.Edition;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkKeeperTest {
    private static final List<String> ARTICLES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final List<String> KEYS = List.of("k1", "k2", "k3");

    static {
        TrustedRecords.trust();
    }

    @Test
    void linksEndTheSameOnBothSidesWhateverTheOrderOfMessages() {
        long seed = System.nanoTime();
        for (int round = 0; round < 400; round++) {
            Random random = new Random(seed + round);
            KeeperNetwork network = new KeeperNetwork(random);
            publishAtRandom(network, random);
            network.deliver(0);
            for (Edition edition : network.editions().values()) {
                assertThat(summary(network, edition.id()))
                        .as("seed %d, round %d, article %s", seed, round, edition.id())
                        .isEqualTo(expected(network, edition));
            }
        }
    }

    @Test
    void declaredLinksShowOnBothSidesOnlyWhileBothArticlesAreThere() {
        long seed = System.nanoTime();
        for (int round = 0; round < 400; round++) {
            Random random = new Random(seed + round);
            KeeperNetwork network = new KeeperNetwork(random);
            publishAtRandom(network, random);
            network.deliver(0);
            for (Edition edition : network.editions().values()) {
                assertThat(shownDeclared(network, edition.id()))
                        .as("seed %d, round %d, article %s", seed, round, edition.id())
                        .isEqualTo(expectedDeclared(network, edition));
            }
        }
    }

    @Test
    void storyIsThatOfTheOldestArticleThatStrongestLinksLeadTo() {
        long seed = System.nanoTime();
        for (int round = 0; round < 400; round++) {
            Random random = new Random(seed + round);
            KeeperNetwork network = new KeeperNetwork(random);
            publishAtRandom(network, random);
            network.deliver(0);
            for (Edition edition : network.editions().values()) {
                assertThat(network.memory(edition.id()).getStoryId())
                        .as("seed %d, round %d, article %s", seed, round, edition.id())
                        .isEqualTo(edition.live() ? story(network, edition) : "");
            }
        }
    }

    private static void publishAtRandom(KeeperNetwork network, Random random) {
        int[] generations = new int[ARTICLES.size()];
        for (int step = 0; step < 25; step++) {
            int article = random.nextInt(ARTICLES.size());
            boolean live = random.nextInt(4) > 0;
            network.publish(new Edition(
                    ARTICLES.get(article),
                    ++generations[article],
                    100 + (article * 7) % 5,
                    live,
                    live ? pick(KEYS, random) : List.of(),
                    live ? pick(ARTICLES, random) : List.of()));
            network.deliver(random.nextInt(40));
        }
    }

    private static List<String> pick(List<String> from, Random random) {
        return from.stream().filter(ignored -> random.nextInt(3) == 0).toList();
    }

    private static List<String> summary(KeeperNetwork network, String id) {
        LinkMemory memory = network.memory(id);
        List<String> summary = new ArrayList<>();
        memory.getLinks().forEach(kept -> summary.add(describe(kept.getLink())));
        network.allLinks(id).stream()
                .skip(summary.size())
                .map(kept -> "spare " + describe(kept.getLink()))
                .sorted()
                .forEach(summary::add);
        assertThat(memory.getSpares())
                .isEqualTo(network.allLinks(id).size() - memory.getLinks().size());
        return summary;
    }

    private static List<String> expected(KeeperNetwork network, Edition edition) {
        List<KeptLink> links = currentLinks(network, edition);
        List<String> summary = new ArrayList<>();
        links.stream().limit(KeeperNetwork.MOST).forEach(kept -> summary.add(describe(kept.getLink())));
        links.stream()
                .skip(KeeperNetwork.MOST)
                .map(kept -> "spare " + describe(kept.getLink()))
                .sorted()
                .forEach(summary::add);
        return summary;
    }

    private static List<KeptLink> currentLinks(KeeperNetwork network, Edition edition) {
        List<KeptLink> links = new ArrayList<>();
        for (Edition other : network.editions().values()) {
            boolean both = edition.live() && other.live() && !other.id().equals(edition.id());
            Link link = both ? KeeperNetwork.link(edition, other) : null;
            if (link != null) {
                links.add(KeptLink.newBuilder()
                        .setLink(link)
                        .setGeneration(edition.generation())
                        .setOtherGeneration(other.generation())
                        .setOtherAt(other.at())
                        .setStoryId("")
                        .build());
            }
        }
        links.sort(LinkBook.STRONGEST_FIRST);
        return links;
    }

    private static String story(KeeperNetwork network, Edition edition) {
        Comparator<Edition> byAge = Comparator.comparingLong(Edition::at).thenComparing(Edition::id);
        for (KeptLink kept : currentLinks(network, edition)) {
            @Nullable Edition other = network.editions().get(kept.getLink().getArticleId());
            if (other != null && LinkBook.isOfStory(kept) && byAge.compare(other, edition) < 0) {
                return story(network, other);
            }
        }
        return edition.id();
    }

    private static TreeSet<String> shownDeclared(KeeperNetwork network, String id) {
        RelatedArticles view = RelatedView.of(id, network.memory(id), "test");
        TreeSet<String> shown = new TreeSet<>();
        if (view != null) {
            view.getLinks().stream()
                    .filter(link -> link.getKind() == LinkKind.DECLARED)
                    .forEach(link -> shown.add(link.getArticleId()));
        }
        return shown;
    }

    private static TreeSet<String> expectedDeclared(KeeperNetwork network, Edition edition) {
        TreeSet<String> declared = new TreeSet<>();
        for (Edition other : network.editions().values()) {
            boolean named =
                    edition.declares().contains(other.id()) || other.declares().contains(edition.id());
            if (named && edition.live() && other.live() && !other.id().equals(edition.id())) {
                declared.add(other.id());
            }
        }
        return declared;
    }

    private static String describe(Link link) {
        return link.getKind() + " " + link.getScore() + " " + link.getArticleId();
    }
}
