package dev.newswire.integration.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one stack that all of them share; it stops after the last of them. */
public final class StackExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StackExtension.class))
                .getOrComputeIfAbsent(Stack.class, ignored -> started(), Stack.class);
    }

    private static Stack started() {
        try {
            return Stack.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
