package dev.newswire.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryClientTest {
    @Test
    void aRegistryThatIsInTroubleIsWaitedForBeyondTheTimeOfARequest() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 2 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            RegistryClient.from(Map.of("schema.registry.url", url, "newswire.registry.retry.timeout.ms", "0"))
                    .awaitAnswer();
            assertThat(asked).hasValue(2);
        } finally {
            server.stop(0);
        }
    }
}
