package dev.newswire.platform.serde;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro instantiates only classes that it is told to trust: the generated records of this project. */
public final class TrustedRecords {
    private static final String PACKAGE = "dev.newswire.schema";

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), TrustedRecords::isOurs));
    }

    private TrustedRecords() {}

    /** Takes effect once, however often it is called. */
    public static void trust() {
        // Loading this class did it.
    }

    private static boolean isOurs(Class<?> type) {
        String name = type.getPackageName();
        return name.equals(PACKAGE) || name.startsWith(PACKAGE + ".");
    }
}
