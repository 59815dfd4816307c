package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class ServiceHttpTest {
    private final AtomicReference<Health> health = new AtomicReference<>(Health.starting("REBALANCING"));

    @Test
    void rebalancingIsLiveButNotReady() throws Exception {
        try (ServiceHttp http = start()) {
            assertThat(get(http.uri().resolve("/health/live")).statusCode()).isEqualTo(200);
            assertThat(get(http.uri().resolve("/health/ready")).statusCode()).isEqualTo(503);
            health.set(Health.up("RUNNING"));
            assertThat(get(http.uri().resolve("/health/ready")).statusCode()).isEqualTo(200);
            health.set(Health.dead("ERROR"));
            assertThat(get(http.uri().resolve("/health/live")).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        try (ServiceHttp http = start()) {
            assertThat(get(http.uri().resolve("/metrics")).body())
                    .contains("# TYPE jvm_memory_used_bytes gauge")
                    .contains("service=\"test\"");
        }
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        try (ServiceHttp http = start()) {
            assertThat(get(http.uri().resolve("/nothing")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aFailingHandlerShowsNoStackTrace() throws Exception {
        Handler failing = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                throw new IllegalStateException("secret detail");
            }
        };
        try (ServiceHttp http = start(failing)) {
            HttpResponse<String> response = get(http.uri().resolve("/x"));
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("secret detail").doesNotContain("Exception");
        }
    }

    @Test
    void aTakenPortNamesTheSetting() throws Exception {
        try (ServiceHttp http = start()) {
            Settings same = Settings.of(
                    Map.of("NEWSWIRE_HTTP_PORT", Integer.toString(http.uri().getPort())));
            assertThatThrownBy(() -> ServiceHttp.start(same, 0, health::get, ServiceMetrics.create("test"), List.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("NEWSWIRE_HTTP_PORT");
        }
    }

    private ServiceHttp start(Handler... handlers) {
        return ServiceHttp.start(
                Settings.of(Map.of()), 0, health::get, ServiceMetrics.create("test"), List.of(handlers));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
