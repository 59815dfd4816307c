package dev.newswire.platform.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every open connection now and then and ends those whose clients keep us waiting: for a header, for a body, or
 * for the end of an answer. An idle timeout alone does not, since each single byte begins it anew.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final Duration RAREST = Duration.ofSeconds(1);
    private static final Duration MOST_OFTEN = Duration.ofMillis(20);
    private static final int LOOKS_IN_A_TIMEOUT = 5;

    private final Map<Connection, WatchedConnection> connections = new ConcurrentHashMap<>();
    private final HttpSettings settings;
    private final Scheduler scheduler;
    private final long intervalNanos;

    ConnectionWatch(HttpSettings settings, Scheduler scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.intervalNanos = interval(settings);
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http && http.getEndPoint() instanceof MeteredEndPoint endPoint) {
            connections.put(connection, new WatchedConnection(http, endPoint, settings));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    @Override
    protected void doStart() {
        scheduleNext();
    }

    private void scheduleNext() {
        scheduler.schedule(this::lookAtAll, intervalNanos, TimeUnit.NANOSECONDS);
    }

    private void lookAtAll() {
        if (!isRunning() && !isStarting()) {
            return;
        }
        try {
            connections.values().forEach(connection -> connection.look(System.nanoTime()));
        } catch (RuntimeException failure) {
            // A watch that ends here would leave every slow client in peace for ever.
            LOG.warn("Failed to look at a connection", failure);
        } finally {
            scheduleNext();
        }
    }

    private static long interval(HttpSettings settings) {
        long shortest = Math.min(
                settings.headerTimeout().toNanos(), settings.rateWindow().toNanos());
        return Math.max(MOST_OFTEN.toNanos(), Math.min(RAREST.toNanos(), shortest / LOOKS_IN_A_TIMEOUT));
    }
}
