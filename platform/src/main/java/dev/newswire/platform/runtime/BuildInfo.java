package dev.newswire.platform.runtime;

/** Which build this is. */
public final class BuildInfo {
    private BuildInfo() {}

    /** The version that the build wrote into the jar; {@code unpackaged} where there is no jar. */
    public static String version() {
        String version = BuildInfo.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
