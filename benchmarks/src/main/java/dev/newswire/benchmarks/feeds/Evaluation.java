package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Evaluates expressions on the view of a feed, as Python would on feedparser's result. */
final class Evaluation {

    private final Map<String, Object> view;

    Evaluation(Map<String, Object> view) {
        this.view = view;
    }

    /** Whether it is true; a field that is not there makes a comparison false, as an exception would in Python. */
    boolean holds(Expression expression) {
        return isTrue(value(expression));
    }

    /** The value; None where a path leads nowhere. */
    Object value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Sequence sequence) {
            List<Object> values = new ArrayList<>();
            sequence.elements().forEach(element -> values.add(value(element)));
            return values;
        }
        if (expression instanceof Expression.Path path) {
            return follow(path);
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.operand());
        }
        if (expression instanceof Expression.And and) {
            return holds(and.left()) && holds(and.right());
        }
        if (expression instanceof Expression.Or or) {
            return holds(or.left()) || holds(or.right());
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        return compare((Expression.Comparison) expression);
    }

    private Object follow(Expression.Path path) {
        Object value = view;
        for (Object step : path.steps()) {
            if (value instanceof Map<?, ?> map && map.containsKey(step)) {
                value = Objects.requireNonNull(map.get(step));
            } else if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
                value = list.get(index);
            } else {
                return FeedView.NONE;
            }
        }
        return value;
    }

    private Object call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        Object object = arguments.isEmpty() ? FeedView.NONE : value(arguments.get(0));
        return switch (call.function()) {
            case "len" -> length(object);
            case "ord" ->
                object instanceof FeedText text && !text.value().isEmpty()
                        ? (long) text.value().codePointAt(0)
                        : FeedView.NONE;
            case "has_key" -> object instanceof Map<?, ?> map && map.containsKey(value(arguments.get(1)));
            case "get" ->
                object instanceof Map<?, ?> map && map.containsKey(value(arguments.get(1)))
                        ? Objects.requireNonNull(map.get(value(arguments.get(1))))
                        : FeedView.NONE;
            default -> FeedView.NONE;
        };
    }

    private static Object length(Object object) {
        if (object instanceof List<?> list) {
            return (long) list.size();
        }
        return object instanceof FeedText text ? (long) text.value().length() : FeedView.NONE;
    }

    private Object compare(Expression.Comparison comparison) {
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        return switch (comparison.operator()) {
            case "==", "is" -> isEqual(left, right);
            case "!=", "is not" -> !isEqual(left, right);
            case "in" -> contains(left, right);
            case "not in" -> !contains(left, right);
            default -> false;
        };
    }

    private static boolean isEqual(Object left, Object right) {
        if (left instanceof FeedText text && right instanceof String expected) {
            return SameHtml.matches(text, expected);
        }
        return left.equals(right);
    }

    private static boolean contains(Object left, Object right) {
        if (right instanceof Map<?, ?> map) {
            return map.containsKey(left);
        }
        return right instanceof FeedText text
                && left instanceof String part
                && text.value().contains(part);
    }

    private static boolean isTrue(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return number.longValue() != 0;
        }
        return value != FeedView.NONE && !value.equals("") && !value.equals(List.of());
    }
}
