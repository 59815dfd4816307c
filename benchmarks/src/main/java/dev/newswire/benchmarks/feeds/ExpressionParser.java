package dev.newswire.benchmarks.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses expressions by recursive descent; what it does not know is no expression. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final List<Token> tokens;
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression, or empty where the text is not one of the kind that is known. */
    static Optional<Expression> parse(String text) {
        try {
            ExpressionParser parser = new ExpressionParser(Token.all(text));
            Expression expression = parser.disjunction();
            return parser.at == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private Expression disjunction() {
        Expression left = conjunction();
        while (take("or")) {
            left = new Expression.Or(left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (take("and")) {
            left = new Expression.And(left, negation());
        }
        return left;
    }

    private Expression negation() {
        return take("not") ? new Expression.Not(negation()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        String operator = operator();
        return operator.isEmpty() ? left : new Expression.Comparison(left, operator, sum());
    }

    private String operator() {
        if (take("in")) {
            return "in";
        }
        if (take("is")) {
            return take("not") ? "is not" : "is";
        }
        if (peek("not") && at + 1 < tokens.size() && tokens.get(at + 1).is("in")) {
            at += 2;
            return "not in";
        }
        if (at < tokens.size() && COMPARISONS.contains(tokens.get(at).text())) {
            return tokens.get(at++).text();
        }
        return "";
    }

    /** Texts are added up to hide the end of a comment from XML. */
    private Expression sum() {
        Expression left = primary();
        while (take("+")) {
            if (!(left instanceof Expression.Literal a) || !(primary() instanceof Expression.Literal b)) {
                throw new IllegalArgumentException("only texts are added");
            }
            left = new Expression.Literal(a.value().toString() + b.value());
        }
        return left;
    }

    private Expression primary() {
        if (at >= tokens.size()) {
            throw new IllegalArgumentException("ends too early");
        }
        if (take("(")) {
            return parenthesised();
        }
        Token token = tokens.get(at++);
        if (token.kind() == Token.Kind.NAME) {
            return named(token.text());
        }
        if (token.kind() == Token.Kind.SIGN) {
            throw new IllegalArgumentException("unexpected " + token.text());
        }
        return new Expression.Literal(
                token.kind() == Token.Kind.NUMBER ? Long.valueOf(token.text()) : adjacent(token.text()));
    }

    private String adjacent(String first) {
        StringBuilder text = new StringBuilder(first);
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.TEXT) {
            text.append(tokens.get(at++).text());
        }
        return text.toString();
    }

    private Expression parenthesised() {
        List<Expression> elements = new ArrayList<>();
        boolean isTuple = false;
        while (!take(")")) {
            elements.add(disjunction());
            isTuple |= take(",");
        }
        return isTuple || elements.isEmpty() ? new Expression.Sequence(elements) : elements.get(0);
    }

    private Expression named(String name) {
        switch (name) {
            case "None":
                return new Expression.Literal(FeedView.NONE);
            case "True":
                return new Expression.Literal(true);
            case "False":
                return new Expression.Literal(false);
            default:
                return trailers(new Expression.Path(List.of(name)));
        }
    }

    private Expression trailers(Expression.Path start) {
        Expression.Path path = start;
        while (at < tokens.size()) {
            if (take(".")) {
                path = path.then(tokens.get(at++).text());
            } else if (take("[")) {
                Token key = tokens.get(at++);
                path = path.then(key.kind() == Token.Kind.NUMBER ? (Object) Integer.valueOf(key.text()) : key.text());
                require("]");
            } else if (take("(")) {
                return call(path);
            } else {
                return path;
            }
        }
        return path;
    }

    private Expression call(Expression.Path function) {
        List<Expression> arguments = new ArrayList<>();
        List<Object> steps = function.steps();
        if (steps.size() > 1) {
            arguments.add(new Expression.Path(steps.subList(0, steps.size() - 1)));
        }
        while (!take(")")) {
            arguments.add(disjunction());
            take(",");
        }
        return new Expression.Call(steps.get(steps.size() - 1).toString(), arguments);
    }

    private boolean peek(String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }

    private boolean take(String text) {
        boolean found = peek(text);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String text) {
        if (!take(text)) {
            throw new IllegalArgumentException("expected " + text);
        }
    }
}
