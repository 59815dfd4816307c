package dev.newswire.ingest.page;

/** Boxes that ask readers to sign up for something: few words, a form, and a name that says so. */
final class SignUps {

    /** Text weighs more where a whole article stands in a form, as some systems build their pages. */
    private static final int MOST_TEXT = 400;

    private final PageTree tree;
    private final boolean[] hasForm;

    SignUps(PageTree tree) {
        this.tree = tree;
        this.hasForm = new boolean[tree.size()];
        for (int element = hasForm.length - 1; element > 0; element--) {
            hasForm[element] |= (tree.structure(element) & PageTree.FORM) != 0;
            hasForm[tree.parent(element)] |= hasForm[element];
        }
    }

    /** Whether an element is such a box or stands in one. */
    boolean hold(int element) {
        for (int at = element; at > 0 && tree.text(at) < MOST_TEXT; at = tree.parent(at)) {
            if (hasForm[at] && (tree.names(at) & NameFlags.PROMOTION) != 0) {
                return true;
            }
        }
        return false;
    }
}
