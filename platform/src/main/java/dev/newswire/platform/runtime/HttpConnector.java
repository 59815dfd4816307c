package dev.newswire.platform.runtime;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens as the settings say, and keeps an eye on what it has accepted. */
final class HttpConnector extends ServerConnector {

    /** Connections that are told that there are too many; beyond these, callers wait to be accepted. */
    private static final int MOST_REFUSED_AT_ONCE = 64;

    HttpConnector(Server server, HttpSettings settings, ConnectionFactory factory) {
        super(server, 1, 1, factory);
        setHost(settings.host());
        setPort(settings.port());
        setIdleTimeout(settings.idleTimeout().toMillis());
        ConnectionWatch watch = new ConnectionWatch(settings, getScheduler());
        addBean(watch);
        // Kept as a bean of the connector, it also hears of each connection.
        addBean(new NetworkConnectionLimit(settings.connections() + MOST_REFUSED_AT_ONCE, this));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new MeteredEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
