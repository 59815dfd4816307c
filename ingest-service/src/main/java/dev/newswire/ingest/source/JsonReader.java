package dev.newswire.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.identity.SourceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads JSON: one article, an array of them, or one line of NDJSON. Fields: see {@link JsonArticle}. */
final class JsonReader implements DocumentReader {

    private static final Pattern DETAILS = Pattern.compile(
            "(?: \\(from `|: expected close marker| \\(start marker| for `ObjectNode`: | \\(`StreamRead).*");

    private final ObjectMapper mapper;

    JsonReader(JsonLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxNameLength(limits.nameCharacters())
                .maxNumberLength(limits.numberCharacters())
                .maxStringLength(limits.textCharacters())
                .build();
        mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    @Override
    public List<Reading> read(Document document) {
        List<Reading> readings = new ArrayList<>();
        try {
            Utf8.check(document.content());
            readAll(document, readings);
        } catch (RefusalException refused) {
            Place place = new Place(readings.size() + 1, "", 0);
            readings.add(new Reading.Refused(refused.refusal(), place, document.whole()));
        }
        return readings;
    }

    /** Reads one object that fills the document. */
    Reading readLine(Document line, Place place) {
        try {
            Utf8.check(line.content());
            return readOne(line, place);
        } catch (RefusalException refused) {
            return new Reading.Refused(refused.refusal(), place, line.whole());
        }
    }

    private void readAll(Document document, List<Reading> readings) throws RefusalException {
        try (JsonParser parser = mapper.getFactory().createParser(document.content())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readArray(parser, document, readings);
            }
            if (first == JsonToken.START_OBJECT) {
                readings.add(readItem(parser, document, Place.WHOLE));
            }
            if (first == null || !first.isStructStart()) {
                throw new RefusalException(Refusal.of(Rule.TYPE, "neither a JSON object nor an array of objects"));
            }
            refuseMore(parser, false);
            if (readings.isEmpty()) {
                throw new RefusalException(Refusal.of(Rule.EMPTY, "the array is empty"));
            }
        } catch (JsonProcessingException broken) {
            throw new RefusalException(refusal(broken, false));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void readArray(JsonParser parser, Document document, List<Reading> readings)
            throws IOException, RefusalException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int index = readings.size();
            int line = parser.currentTokenLocation().getLineNr();
            readings.add(readItem(parser, document, new Place(index + 1, "/" + index, line)));
        }
    }

    private Reading readOne(Document line, Place place) throws RefusalException {
        try (JsonParser parser = mapper.getFactory().createParser(line.content())) {
            if (parser.nextToken() == null) {
                throw new RefusalException(Refusal.of(Rule.EMPTY, "the line is empty"));
            }
            Reading reading = readItem(parser, line, place);
            refuseMore(parser, true);
            return reading;
        } catch (JsonProcessingException broken) {
            throw new RefusalException(refusal(broken, true));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Reading readItem(JsonParser parser, Document document, Place place) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        JsonNode node = mapper.readTree(parser);
        int end = (int) parser.currentLocation().getByteOffset();
        Excerpt excerpt = new Excerpt(document.content(), start, end - start);
        if (!(node instanceof ObjectNode object)) {
            Refusal refusal = Refusal.of(Rule.TYPE, "expected a JSON object, found " + JsonArticle.name(node));
            return new Reading.Refused(refusal, place, excerpt);
        }
        try {
            return new JsonArticle(object, document.origin()).read(place, excerpt);
        } catch (RefusalException refused) {
            String source = object.path("source").asText();
            return new Reading.Refused(refused.refusal(), place, excerpt, SourceName.isValid(source) ? source : null);
        }
    }

    private static void refuseMore(JsonParser parser, boolean isOneLine) throws IOException, RefusalException {
        if (parser.nextToken() == null) {
            return;
        }
        String advice = isOneLine ? "" : "; send one object a line as application/x-ndjson";
        throw new RefusalException(Refusal.of(
                Rule.SYNTAX,
                "more follows the first JSON value " + at(parser.currentTokenLocation(), isOneLine) + advice));
    }

    private static Refusal refusal(JsonProcessingException broken, boolean isOneLine) {
        boolean isLimit = broken instanceof StreamConstraintsException;
        String what = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        JsonLocation location = broken.getLocation();
        String where = location == null ? "" : " " + at(location, isOneLine);
        return Refusal.of(isLimit ? Rule.LIMIT : Rule.SYNTAX, "not valid JSON" + where + ": " + plain(what));
    }

    /** The number of a line that came alone is told elsewhere. */
    private static String at(JsonLocation location, boolean isOneLine) {
        String line = isOneLine ? "" : "line " + location.getLineNr() + ", ";
        return "at " + line + "column " + location.getColumnNr();
    }

    /** The parser's message without its own details of classes and settings. */
    private static String plain(String message) {
        return DETAILS.matcher(message).replaceFirst("").strip();
    }
}
