package dev.newswire.ingest.normalise;

/**
 * Tells Central Kurdish by letters that no other language of news has; the classifier does not know it in the Arabic script
 * and takes it for Persian.
 */
final class KurdishLetters {

    /** Yeh, reh and lam with a small v: in every Kurdish sentence, and neither in Arabic, Persian, Urdu, Pashto nor Uyghur. */
    private static final String OWN = "\u06CE\u0695\u06B5";

    /** Other texts quote a Kurdish name or two. */
    private static final int LEAST = 2;

    private static final int LEAST_PERCENT = 1;

    private KurdishLetters() {}

    /** Whether these letters are as many as in Kurdish sentences. */
    static boolean aboundIn(String text) {
        int own = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            own += c >= '\u0695' && OWN.indexOf(c) >= 0 ? 1 : 0;
        }
        return own >= LEAST && own * 100 >= letters * LEAST_PERCENT;
    }
}
