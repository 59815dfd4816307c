package dev.newswire.ingest.source;

import java.util.Locale;
import org.jdom2.input.JDOMParseException;

/** Says in plain words why a feed could not be parsed. */
final class FeedErrors {

    static final String TOO_DEEP = "elements nest deeper than " + SecureFeedInput.NESTING_LIMIT + " levels";

    /** What Java's own parser calls its limits. */
    private static final String PARSER_LIMIT = "JAXP";

    private FeedErrors() {}

    static Refusal refusal(Exception broken) {
        String message = deepest(broken);
        if (message.toUpperCase(Locale.ROOT).contains("DOCTYPE")) {
            return Refusal.of(
                    Rule.UNSUPPORTED, "the feed has a document type declaration (DOCTYPE), which is not read");
        }
        if (message.contains(TOO_DEEP) || message.contains("maxElementDepth")) {
            return Refusal.of(Rule.LIMIT, "the feed's " + TOO_DEEP);
        }
        if (message.startsWith(PARSER_LIMIT)) {
            return Refusal.of(Rule.LIMIT, "the feed exceeds a limit of the XML parser");
        }
        return Refusal.of(Rule.SYNTAX, "the feed is not well-formed" + place(broken) + ": " + message);
    }

    private static String place(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDOMParseException parse && parse.getLineNumber() > 0) {
                return " at line " + parse.getLineNumber() + ", column " + parse.getColumnNumber();
            }
        }
        return "";
    }

    private static String deepest(Throwable broken) {
        String message = broken.toString();
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            message = cause.getMessage() == null ? message : cause.getMessage();
        }
        return message.lines().findFirst().orElse("unreadable").strip();
    }
}
