package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A poller and a server that it polls, anew for each test. */
abstract class WithPolled {

    Polled polled;
    ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        polled = new Polled();
        server = polled.server;
    }

    @AfterEach
    void stop() {
        polled.close();
    }
}
