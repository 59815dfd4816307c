package dev.newswire.benchmarks.micro;

import java.util.List;
import java.util.function.Function;

/** Things by turns, so that no measurement sees the same one twice in a row. For one thread. */
final class Turns<T> {
    private final List<T> things;
    private int next;

    private Turns(List<T> things) {
        this.things = things;
    }

    static <S, T> Turns<T> of(List<S> sources, Function<S, T> maker) {
        return new Turns<>(sources.stream().map(maker).toList());
    }

    T next() {
        next = next + 1 < things.size() ? next + 1 : 0;
        return things.get(next);
    }
}
