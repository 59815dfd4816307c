package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.newswire.platform.config.Settings;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection is pinned to an address, the certificate is still that of the name. */
class PinnedTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void theCertificateIsCheckedByNameAlthoughTheAddressIsPinned() throws Exception {
        KeyStore keys = keysOf("news.example");
        HttpsServer server = server(keys);
        try {
            int port = server.getAddress().getPort();
            assertThat(fetch(keys, "https://news.example:" + port + "/")
                            .answer()
                            .body())
                    .asString()
                    .isEqualTo("news.example:" + port);
            assertThatThrownBy(() -> fetch(keys, "https://other.example:" + port + "/"))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.TLS));
        } finally {
            server.stop(0);
        }
    }

    private static Fetched fetch(KeyStore trusted, String url) throws FetchException {
        FetchSettings settings = FetchSettings.of(Settings.of(Map.of(
                "NEWSWIRE_FETCH_ALLOWED_ADDRESSES", "127.0.0.1", "NEWSWIRE_FETCH_PORTS", url.replaceAll("\\D", ""))));
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setTrustStore(trusted);
        HostResolver pinned = host -> List.of(InetAddress.getLoopbackAddress());
        try (JettyExchange exchange = JettyExchange.start(settings, pinned, tls, System::nanoTime)) {
            return new Fetcher(exchange, settings).fetch(url, Map.of());
        }
    }

    /** Answers with the host that it was asked for. */
    private static HttpsServer server(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] host = exchange.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, host.length);
            exchange.getResponseBody().write(host);
            exchange.close();
        });
        server.start();
        return server;
    }

    private KeyStore keysOf(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
