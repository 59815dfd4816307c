package dev.newswire.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page says about its article in JSON-LD (schema.org), or nothing. */
final class JsonLd {

    private static final int NESTING_LIMIT = 64;
    private static final Pattern ARTICLE_TYPE = Pattern.compile(
            "(?:https?://schema\\.org/)?(?:\\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting|\\w+Article)");
    private static final Pattern PAGE_TYPE = Pattern.compile(
            "(?:https?://schema\\.org/)?"
                    + "(?:\\w*WebPage|ItemPage|FAQPage|Recipe|HowTo|Review|CreativeWork|PodcastEpisode|LearningResource|Course)");
    private static final Pattern TRAIL_TYPE = Pattern.compile("(?:https?://schema\\.org/)?BreadcrumbList");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Sites write line breaks into texts and backslashes before anything. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LIMIT)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonNode article;
    private final JsonNode page;
    private final JsonNode trail;
    private final Map<String, JsonNode> byId;

    private JsonLd(JsonNode article, JsonNode page, JsonNode trail, Map<String, JsonNode> byId) {
        this.article = article;
        this.page = page;
        this.trail = trail;
        this.byId = byId;
    }

    /** Of the first article that the page describes; blocks that do not parse are passed over. */
    static JsonLd of(List<String> scripts) {
        List<JsonNode> things = new ArrayList<>();
        for (String script : scripts) {
            collect(parse(script), things);
        }
        Map<String, JsonNode> byId = new HashMap<>();
        things.forEach(thing -> byId.putIfAbsent(thing.path("@id").asText(), thing));
        JsonNode article = first(things, ARTICLE_TYPE);
        JsonNode page = first(things, PAGE_TYPE);
        return new JsonLd(article == NOTHING ? page : article, page, first(things, TRAIL_TYPE), byId);
    }

    private static JsonNode first(List<JsonNode> things, Pattern type) {
        return things.stream()
                .filter(thing -> isOfType(thing, type))
                .findFirst()
                .orElse(NOTHING);
    }

    /** A property that is a text, or null. */
    @Nullable
    String text(String property) {
        return text(article.path(property));
    }

    /** A property of the page that the article stands on, or null. */
    @Nullable
    String textOfPage(String property) {
        return text(page.path(property));
    }

    /** Names of the things that a property holds or refers to. */
    List<String> names(String property) {
        List<String> names = new ArrayList<>();
        JsonNode value = article.path(property);
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            String name = name(one);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The first trail of breadcrumbs; empty where there is none. */
    List<Crumb> crumbs() {
        return Crumb.in(trail);
    }

    private @Nullable String name(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        JsonNode named =
                value.has("name") ? value : byId.getOrDefault(value.path("@id").asText(), NOTHING);
        return text(named.path("name"));
    }

    private static @Nullable String text(JsonNode value) {
        JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return first.isTextual() && !first.textValue().isBlank() ? first.textValue() : null;
    }

    private static void collect(JsonNode node, List<JsonNode> things) {
        if (node.isArray()) {
            node.forEach(one -> collect(one, things));
        }
        if (node.isObject()) {
            things.add(node);
            collect(node.path("@graph"), things);
            collect(node.path("mainEntity"), things);
            collect(node.path("breadcrumb"), things);
        }
    }

    private static boolean isOfType(JsonNode thing, Pattern wanted) {
        JsonNode type = thing.path("@type");
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            if (wanted.matcher(one.asText()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Some templates escape a script as if it were text. */
    private static String unescaped(String json) {
        String start = Text.head(json, 50).stripLeading();
        return start.startsWith("{&quot;") || start.startsWith("[{&quot;") ? Parser.unescapeEntities(json, true) : json;
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode node = MAPPER.readTree(unescaped(json));
            return node == null ? NOTHING : node;
        } catch (JsonProcessingException broken) {
            return NOTHING;
        }
    }
}
