package dev.newswire.publish.render;

/** Numbers of things, in words. */
final class Count {
    private Count() {}

    /** {@code 1 article}, {@code 2 articles}. */
    static String of(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
