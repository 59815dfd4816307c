package dev.newswire.ingest;

import dev.newswire.platform.runtime.ServiceMain;

/** Starts the ingest service as a process. */
public final class IngestMain {

    private IngestMain() {}

    /** Settings come from the environment. */
    public static void main(String[] arguments) {
        ServiceMain.run(arguments, IngestSettings.USAGE, IngestService::start);
    }
}
