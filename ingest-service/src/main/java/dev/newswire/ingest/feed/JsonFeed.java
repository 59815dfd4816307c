package dev.newswire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.feed.FeedException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item, so that no more than one of them is in memory as a tree. What
 * stands for an item and is none becomes an item that says nothing, so that it is counted.
 */
final class JsonFeed {

    private static final int NESTING_LIMIT = 64;
    private static final long TOKENS = 5_000_000;
    private static final Pattern VERSION = Pattern.compile("https?://(?:www\\.)?jsonfeed\\.org/version/(\\d[\\d.]*)/?");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LIMIT)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxTokenCount(TOKENS)
                            .build())
                    .build())
            .build();

    private final FeedLimits limits;
    private final @Nullable String url;
    private final List<String> repairs;
    private final ObjectNode fields = MAPPER.createObjectNode();
    private final List<FeedItem> items = new ArrayList<>();
    private long dropped;

    JsonFeed(FeedLimits limits, @Nullable String url, List<String> repairs) {
        this.limits = limits;
        this.url = url;
        this.repairs = repairs;
    }

    ParsedFeed read(String text) throws FeedException {
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            parser.nextToken();
            readFields(parser);
        } catch (StreamConstraintsException limit) {
            throw new FeedException(
                    Kind.LIMIT,
                    "the feed's values nest deeper than " + NESTING_LIMIT + " levels or are more than " + TOKENS);
        } catch (JsonProcessingException broken) {
            endEarly(broken);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        String stated = fields.path("version").asText();
        var version = VERSION.matcher(stated.strip());
        if (!version.matches()) {
            throw new FeedException(Kind.NO_FEED, "the JSON is no feed: \"version\" is not one of jsonfeed.org");
        }
        JsonFeedMapper mapper = new JsonFeedMapper(url);
        return mapper.feed(fields, version.group(1), items, dropped, repairs);
    }

    private void readFields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                readItems(parser);
            } else if (JsonFeedMapper.FIELDS.contains(name)) {
                fields.set(name, MAPPER.<JsonNode>readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readItems(JsonParser parser) throws IOException {
        JsonFeedMapper mapper = new JsonFeedMapper(url);
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (items.size() >= limits.items()) {
                dropped++;
                parser.skipChildren();
                continue;
            }
            ObjectNode item = MAPPER.createObjectNode();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readFields(parser, JsonFeedMapper.ITEM_FIELDS, item);
            } else {
                parser.skipChildren();
            }
            items.add(mapper.item(item));
        }
    }

    /** Fields that mean nothing here are not even built. */
    private static void readFields(JsonParser parser, Set<String> known, ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (known.contains(name)) {
                object.set(name, MAPPER.<JsonNode>readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A feed that ends too early, or is broken further down, still has the items before that. */
    private void endEarly(JsonProcessingException broken) throws FeedException {
        String what = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        String where = broken.getLocation() == null
                ? ""
                : " at line " + broken.getLocation().getLineNr();
        if (items.isEmpty()) {
            throw new FeedException(Kind.SYNTAX, "the feed is not valid JSON" + where + ": " + what);
        }
        repairs.add("the feed is not valid JSON" + where + ": only what stands before was read");
    }
}
