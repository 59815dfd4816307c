package dev.newswire.platform.runtime;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP endpoint of a service: health, metrics and the service's own handlers, on loopback unless
 * {@code NEWSWIRE_HTTP_HOST} says otherwise.
 */
public final class ServiceHttp implements AutoCloseable {
    private static final int THREAD_IDLE_MS = 60_000;
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
        HttpSettings http = HttpSettings.of(settings, defaultPort);
        QueuedThreadPool threads = new QueuedThreadPool(http.threads(), 4, THREAD_IDLE_MS);
        threads.setName("http");
        Server server = new Server(threads);
        server.addConnector(
                new HttpConnector(server, http, new LimitedConnectionFactory(configuration(http), http.connections())));
        server.setHandler(new GracefulHandler(chain(http, health, metrics, handlers)));
        server.setErrorHandler(new HttpErrors());
        server.setStopTimeout(STOP_TIMEOUT_MS);
        start(server, http.host(), http.port());
        return new ServiceHttp(server, http.host());
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

    private static HttpConfiguration configuration(HttpSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(settings.headerBytes());
        return http;
    }

    private static Handler chain(
            HttpSettings settings,
            Supplier<Health> health,
            PrometheusMeterRegistry metrics,
            List<? extends Handler> handlers) {
        return new Handler.Sequence(
                new OperationsHandler(health, metrics),
                new RequestLimits(settings, new Handler.Sequence(List.copyOf(handlers))));
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
}
