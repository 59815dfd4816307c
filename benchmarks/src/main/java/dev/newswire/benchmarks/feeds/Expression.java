package dev.newswire.benchmarks.feeds;

import java.util.ArrayList;
import java.util.List;

/** The part of Python's expressions that the cases of feedparser use. */
sealed interface Expression {

    /** A text, a number, a truth value or None. */
    record Literal(Object value) implements Expression {}

    /** A tuple. */
    record Sequence(List<Expression> elements) implements Expression {}

    /** A name followed by keys (texts) and indexes (integers). */
    record Path(List<Object> steps) implements Expression {

        /** The path without its indexes, with dots. */
        String name() {
            StringBuilder name = new StringBuilder();
            for (Object step : steps) {
                if (step instanceof String key) {
                    name.append(name.isEmpty() ? "" : ".").append(key);
                }
            }
            return name.toString();
        }

        Path then(Object step) {
            List<Object> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Path(longer);
        }
    }

    /** A call of a function, the first argument of a method being its object. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** A comparison, by Python's own sign: ==, !=, in, not in, is, is not, &lt;, &gt;. */
    record Comparison(Expression left, String operator, Expression right) implements Expression {}

    /** Both. */
    record And(Expression left, Expression right) implements Expression {}

    /** One of both. */
    record Or(Expression left, Expression right) implements Expression {}

    /** The opposite. */
    record Not(Expression operand) implements Expression {}

    /** What is joined by {@code and} at the top. */
    default List<Expression> conjuncts() {
        List<Expression> all = new ArrayList<>();
        if (this instanceof And and) {
            all.addAll(and.left().conjuncts());
            all.addAll(and.right().conjuncts());
        } else {
            all.add(this);
        }
        return all;
    }

    /** Every path in it. */
    default List<Path> paths() {
        List<Path> all = new ArrayList<>();
        if (this instanceof Path path) {
            all.add(path);
        } else if (this instanceof Sequence sequence) {
            sequence.elements().forEach(element -> all.addAll(element.paths()));
        } else if (this instanceof Call call) {
            call.arguments().forEach(argument -> all.addAll(argument.paths()));
        } else if (this instanceof Comparison comparison) {
            all.addAll(comparison.left().paths());
            all.addAll(comparison.right().paths());
        } else if (this instanceof And and) {
            all.addAll(and.left().paths());
            all.addAll(and.right().paths());
        } else if (this instanceof Or or) {
            all.addAll(or.left().paths());
            all.addAll(or.right().paths());
        } else if (this instanceof Not not) {
            all.addAll(not.operand().paths());
        }
        return all;
    }
}
