package dev.newswire.platform.runtime;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP endpoint of a service: health, metrics and the service's own handlers, on loopback unless
 * {@code NEWSWIRE_HTTP_HOST} says otherwise.
 */
public final class ServiceHttp implements AutoCloseable {
    private static final int REQUEST_HEADER_LIMIT = 16 * 1024;
    private static final long STOP_TIMEOUT_MS = 5_000;
    private final Server server;
    private final String host;

    private ServiceHttp(Server server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts listening.
     *
     * @param defaultPort where {@code NEWSWIRE_HTTP_PORT} is not set; 0 takes any free port
     * @param handlers of the service, asked in turn until one takes the request
     * @throws SettingException if the port is taken or the address is not ours
     */
    public static ServiceHttp start(
            Settings settings,
            int defaultPort,
            Supplier<Health> health,
            PrometheusMeterRegistry metrics,
            List<? extends Handler> handlers) {
        String host = settings.text("NEWSWIRE_HTTP_HOST", "127.0.0.1");
        int port = settings.integer("NEWSWIRE_HTTP_PORT", defaultPort, 0, 65_535);
        QueuedThreadPool threads =
                new QueuedThreadPool(settings.integer("NEWSWIRE_HTTP_THREADS", 64, 8, 4_096), 4, 60_000);
        threads.setName("http");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, settings);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.addBean(
                new NetworkConnectionLimit(settings.integer("NEWSWIRE_HTTP_CONNECTIONS", 1_000, 1, 1_000_000), server));
        long slowest = settings.number("NEWSWIRE_HTTP_MINIMUM_BYTES_PER_SECOND", 256, 0, Integer.MAX_VALUE);
        server.setHandler(
                new GracefulHandler(new MinimumDataRateHandler(chain(health, metrics, handlers), slowest, 0)));
        server.setErrorHandler(ServiceHttp::plainError);
        server.setStopTimeout(STOP_TIMEOUT_MS);
        start(server, host, port);
        return new ServiceHttp(server, host);
    }

    /** Base URL, with the port that was really taken. */
    public URI uri() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return URI.create("http://" + shown + ":" + port);
    }

    /** Lets requests under way finish, 5 s at most. */
    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static ServerConnector connector(Server server, Settings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_LIMIT);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(settings.duration("NEWSWIRE_HTTP_IDLE_TIMEOUT", java.time.Duration.ofSeconds(30))
                .toMillis());
        return connector;
    }

    private static Handler chain(
            Supplier<Health> health, PrometheusMeterRegistry metrics, List<? extends Handler> handlers) {
        List<Handler> all = new ArrayList<>();
        all.add(new OperationsHandler(health, metrics));
        all.addAll(handlers);
        return new Handler.Sequence(all);
    }

    private static void start(Server server, String host, int port) {
        try {
            server.start();
        } catch (IOException e) {
            LifeCycle.stop(server);
            throw new SettingException("Cannot listen on " + host + ":" + port
                    + ": the port is taken or the address is not this machine's. Set NEWSWIRE_HTTP_PORT or"
                    + " NEWSWIRE_HTTP_HOST to others.");
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw new IllegalStateException("The HTTP endpoint cannot start", e);
        }
    }

    /** Errors tell status and reason (RFC 9457), never what went wrong inside. */
    private static boolean plainError(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String body = "{\"title\":\"" + HttpStatus.getMessage(status) + "\",\"status\":" + status + "}\n";
        HttpText.send(response, callback, status, "application/problem+json", body);
        return true;
    }
}
