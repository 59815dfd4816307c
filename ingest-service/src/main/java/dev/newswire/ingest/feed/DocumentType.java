package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * What a document type may declare: entities that stand for a short plain text, and the W3C's sets of characters, whose
 * names are those of HTML. Nothing is fetched, and an entity that contains another is refused, so that none can grow.
 *
 * @param entities texts by name
 */
record DocumentType(Map<String, String> entities) {

    private static final int MOST = 200;
    private static final String DECLARATION = "<!ENTITY";
    private static final Pattern OF_TEXT = Pattern.compile("<!ENTITY\\s{1,20}([\\w.-]{1,40})\\s{1,20}"
            + "(?:\"((?:[^\"&%<]|&#\\w{1,8};){0,256}+)\"|'((?:[^'&%<]|&#\\w{1,8};){0,256}+)')\\s{0,20}>");
    private static final Pattern OF_CHARACTERS =
            Pattern.compile("<!ENTITY\\s{1,20}%\\s{1,20}[\\w.-]{1,40}\\s{1,20}PUBLIC\\s{1,20}[\"']-//W3C//ENTITIES ");

    /**
     * Reads the declaration.
     *
     * @throws FeedException if it declares any other entity
     */
    static DocumentType of(String declaration) throws FeedException {
        Map<String, String> entities = new HashMap<>();
        Matcher ofText = OF_TEXT.matcher(declaration);
        Matcher ofCharacters = OF_CHARACTERS.matcher(declaration);
        int at = declaration.indexOf(DECLARATION);
        while (at >= 0) {
            if (ofText.region(at, declaration.length()).lookingAt() && entities.size() < MOST) {
                String text = ofText.group(2) == null ? ofText.group(3) : ofText.group(2);
                entities.putIfAbsent(ofText.group(1), Parser.unescapeEntities(text, true));
            } else if (!ofCharacters.region(at, declaration.length()).lookingAt()) {
                throw new FeedException(
                        Kind.UNSUPPORTED,
                        "the feed's document type (DOCTYPE) declares entities other than short texts, which are not read");
            }
            at = declaration.indexOf(DECLARATION, at + 1);
        }
        return new DocumentType(Map.copyOf(entities));
    }
}
