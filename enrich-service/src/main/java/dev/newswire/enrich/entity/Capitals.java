package dev.newswire.enrich.entity;

/** Words in capitals throughout, written as names are: `KHAN YOUNIS` as `Khan Younis`. */
final class Capitals {
    private Capitals() {}

    static String ofName(String shouted) {
        StringBuilder name = new StringBuilder(shouted.length());
        boolean first = true;
        for (int i = 0; i < shouted.length(); i++) {
            char c = shouted.charAt(i);
            name.append(first ? c : Character.toLowerCase(c));
            first = !Character.isLetter(c);
        }
        return name.toString();
    }
}
