package dev.newswire.publish.feed.definition;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the definitions that an article meets without asking each. A definition stands under the values of one of its
 * conditions, that which fewest articles should meet; only those under a value of the article are asked the rest.
 */
final class QueryIndex {
    private static final Query[] NO_QUERIES = {};

    private final Phrases phrases = new Phrases();
    private final boolean isEmpty;
    private final Map<Object, List<Query>> byValue = new HashMap<>();
    /** By the number of the phrase, as flat as it can be: an article meets many of them. */
    private final Query[][] byPhrase;

    private final List<Query> everywhere = new ArrayList<>();

    QueryIndex(Collection<FeedDefinition> definitions) {
        Map<Integer, List<Query>> underPhrases = new HashMap<>();
        for (FeedDefinition definition : definitions) {
            place(Query.of(definition, phrases), underPhrases);
        }
        isEmpty = definitions.isEmpty();
        byPhrase = new Query[phrases.size()][];
        Arrays.fill(byPhrase, NO_QUERIES);
        underPhrases.forEach((number, queries) -> byPhrase[number] = queries.toArray(Query[]::new));
    }

    /** Ids of the feeds whose definition an article meets, each once. */
    List<String> feedsOf(EnrichedArticle article) {
        List<String> feeds = new ArrayList<>();
        if (isEmpty) {
            return feeds;
        }
        ArticleFacts facts = new ArticleFacts(article);
        BitSet found = phrases.in(article.getTitle(), article.getBody());
        Asking asking = new Asking(facts, found, feeds);
        asking.ask(everywhere);
        for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
            asking.ask(byPhrase[number]);
        }
        facts.entityKeys().forEach(key -> asking.ask(byValue.get(key)));
        asking.ask(byValue.get(new Source(facts.source())));
        facts.countries().forEach(code -> asking.ask(byValue.get(new Country(code))));
        facts.types().forEach(type -> asking.ask(byValue.get(type)));
        facts.languages().forEach(tag -> asking.ask(byValue.get(new Language(tag))));
        return feeds;
    }

    private record Source(String id) {}

    private record Country(String code) {}

    private record Language(String tag) {}

    /** From what is rarest in the news to what is commonest. */
    private void place(Query query, Map<Integer, List<Query>> underPhrases) {
        if (query.wordsAll().length > 0) {
            add(query, query.wordsAll()[0], underPhrases);
        } else if (!query.entitiesAll().isEmpty()) {
            under(query, query.entitiesAll().subList(0, 1));
        } else if (query.words().length > 0) {
            for (int number : query.words()) {
                add(query, number, underPhrases);
            }
        } else if (!query.entitiesAny().isEmpty()) {
            under(query, query.entitiesAny());
        } else if (!query.sources().isEmpty()) {
            under(query, query.sources().stream().map(Source::new).toList());
        } else if (!query.countries().isEmpty()) {
            under(query, query.countries().stream().map(Country::new).toList());
        } else if (!query.types().isEmpty()) {
            under(query, query.types());
        } else if (!query.languages().isEmpty()) {
            under(query, query.languages().stream().map(Language::new).toList());
        } else {
            everywhere.add(query);
        }
    }

    private static <K> void add(Query query, K value, Map<? super K, List<Query>> queries) {
        queries.computeIfAbsent(value, unknown -> new ArrayList<>(1)).add(query);
    }

    private void under(Query query, List<?> values) {
        values.stream().distinct().forEach(value -> add(query, value, byValue));
    }

    /** One article before the definitions. */
    private static final class Asking {
        private final ArticleFacts facts;
        private final BitSet phrases;
        private final List<String> feeds;
        private final Set<Query> asked = Collections.newSetFromMap(new IdentityHashMap<>());

        Asking(ArticleFacts facts, BitSet phrases, List<String> feeds) {
            this.facts = facts;
            this.phrases = phrases;
            this.feeds = feeds;
        }

        void ask(@Nullable List<Query> candidates) {
            if (candidates == null) {
                return;
            }
            for (Query query : candidates) {
                ask(query);
            }
        }

        void ask(Query[] candidates) {
            for (Query query : candidates) {
                ask(query);
            }
        }

        private void ask(Query query) {
            if (query.accepts(facts, phrases) && asked.add(query)) {
                feeds.add(query.feedId());
            }
        }
    }
}
