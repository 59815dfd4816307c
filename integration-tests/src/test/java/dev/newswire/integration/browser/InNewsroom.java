package dev.newswire.integration.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one newsroom to every test that asks for it, and each test a browser as it was opened. */
final class InNewsroom implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Newsroom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return newsroom(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Browser browser = newsroom(context).browser();
        browser.size(1280, 900);
        browser.prefer("light");
        // What another test left is no complaint about this one.
        browser.complaints();
    }

    /** A test that fails leaves a picture of what it saw. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            newsroom(context)
                    .browser()
                    .shoot("failed-" + context.getRequiredTestMethod().getName());
        }
    }

    private static Newsroom newsroom(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Newsroom.class, type -> new Newsroom(), Newsroom.class);
    }
}
