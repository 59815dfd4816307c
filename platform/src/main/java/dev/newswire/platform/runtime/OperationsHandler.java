package dev.newswire.platform.runtime;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
final class OperationsHandler extends Handler.Abstract.NonBlocking {
    private static final String JSON = "application/json";
    private final Supplier<Health> health;
    private final PrometheusMeterRegistry metrics;

    OperationsHandler(Supplier<Health> health, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/health/live" -> answer(response, callback, health.get().live());
            case "/health/ready" -> answer(response, callback, health.get().ready());
            case "/metrics" ->
                HttpText.send(response, callback, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void answer(Response response, Callback callback, boolean good) {
        String body = "{\"status\":\"" + (good ? "UP" : "DOWN") + "\",\"detail\":\""
                + health.get().detail().replace('"', '\'').replace('\\', '/') + "\"}\n";
        HttpText.send(response, callback, good ? 200 : 503, JSON, body);
    }
}
