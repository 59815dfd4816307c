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

    /** Of an item on which our own code failed. */
    public static Refusal of(Throwable fault) {
        return of(Rule.FAULT, "this could not be read: " + fault.getClass().getSimpleName());
    }
}
