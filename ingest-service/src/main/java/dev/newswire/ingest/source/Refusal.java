package dev.newswire.ingest.source;

/**
 * Why something was not taken.
 *
 * @param rule that it breaks
 * @param reason one sentence for the sender
 * @param pointer JSON pointer to the value within its item, empty where it is the item itself
 */
public record Refusal(Rule rule, String reason, String pointer) {

    /** Of an item as a whole. */
    public static Refusal of(Rule rule, String reason) {
        return new Refusal(rule, reason, "");
    }
}
