package dev.newswire.ingest.page;

/**
 * What can be said of a text in any language.
 *
 * @param endsSentence whether it ends as sentences do
 * @param sentences marks that end sentences or clauses, for 100 characters
 * @param digits share of the characters, 0 to 1
 * @param upperCase share of the characters, 0 to 1
 */
record TextShape(boolean endsSentence, float sentences, float digits, float upperCase) {

    private static final String SENTENCE_MARKS = ".!?…。！？।؟";
    private static final String CLAUSE_MARKS = ",;:،、，؛";
    private static final String CLOSING = "'\"”’»)]";

    /** Long texts are judged by their beginning. */
    private static final int READ = 1_000;

    static TextShape of(String text) {
        int length = Math.min(text.length(), READ);
        int marks = 0;
        int digits = 0;
        int upperCase = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            marks += SENTENCE_MARKS.indexOf(c) >= 0 || CLAUSE_MARKS.indexOf(c) >= 0 ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            upperCase += Character.isUpperCase(c) ? 1 : 0;
        }
        float whole = Math.max(1, length);
        return new TextShape(endsSentence(text), 100 * marks / whole, digits / whole, upperCase / whole);
    }

    private static boolean endsSentence(String text) {
        int last = text.length() - 1;
        while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && SENTENCE_MARKS.indexOf(text.charAt(last)) >= 0;
    }
}
