package dev.newswire.cli.local;

import java.io.IOException;

/**
 * Starts the registry inside the child process and ends it when the parent is gone, however it went: the parent holds
 * the other end of standard input and never writes. Runs beside foreign libraries, so it uses the JDK alone.
 */
public final class RegistryGuard {
    private RegistryGuard() {}

    /** @param arguments the registry's main class */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread guard = new Thread(RegistryGuard::awaitParentsEnd, "parent-guard");
        guard.setDaemon(true);
        guard.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said; only the end counts.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(0);
    }
}
