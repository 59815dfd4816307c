package dev.newswire.benchmarks.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of Python.
 *
 * @param text of it; of a text literal, what it stands for
 */
record Token(Kind kind, String text) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<name>[A-Za-z_]\\w*)(?!['\"\\w])|(?<number>\\d+)"
                    + "|[uUbB]?(?<text>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")|(?<sign>==|!=|<=|>=|[-\\[\\](){}.,<>+:]))\\s*");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", Pattern.DOTALL);

    boolean is(String sign) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(sign);
    }

    /** All tokens of the text. */
    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            token.region(at, text.length());
            if (!token.lookingAt()) {
                throw new IllegalArgumentException("no token at " + at);
            }
            tokens.add(of(token));
            at = token.end();
        }
        return tokens;
    }

    private static Token of(Matcher token) {
        if (token.group("name") != null) {
            return new Token(Kind.NAME, token.group("name"));
        }
        if (token.group("number") != null) {
            return new Token(Kind.NUMBER, token.group("number"));
        }
        String quoted = token.group("text");
        if (quoted == null) {
            return new Token(Kind.SIGN, token.group("sign"));
        }
        Matcher escape = ESCAPE.matcher(quoted.substring(1, quoted.length() - 1));
        return new Token(Kind.TEXT, escape.replaceAll(found -> Matcher.quoteReplacement(unescaped(escape))));
    }

    private static String unescaped(Matcher escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return Character.toString(Integer.parseInt(escape.group(group), 16));
            }
        }
        return switch (escape.group(4)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape.group(4);
        };
    }
}
