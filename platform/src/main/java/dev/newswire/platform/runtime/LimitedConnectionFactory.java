package dev.newswire.platform.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Serves so many connections at once, and tells the others that there are too many. */
final class LimitedConnectionFactory extends HttpConnectionFactory {

    private final AtomicInteger served = new AtomicInteger();
    private final int most;

    LimitedConnectionFactory(HttpConfiguration configuration, int most) {
        super(configuration);
        this.most = most;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        if (served.incrementAndGet() > most) {
            served.decrementAndGet();
            return new RefusedConnection(endPoint, connector.getExecutor());
        }
        Connection connection = super.newConnection(connector, endPoint);
        connection.addEventListener(new Connection.Listener() {
            @Override
            public void onClosed(Connection closed) {
                served.decrementAndGet();
            }
        });
        return connection;
    }
}
