package dev.newswire.ingest.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** A real server on loopback that answers each path as it is told. */
public final class ScriptedServer implements AutoCloseable {

    /** Answers a request; blocking is fine. */
    public interface Script {
        void answer(Request request, Response response) throws Exception;
    }

    /** What was asked for. */
    public record Asked(String path, Map<String, String> headers) {}

    /** Requests so far, in their order. */
    public final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Server server = new Server();
    private final ServerConnector connector;

    /** On a free port. */
    public ScriptedServer() throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setResponseHeaderSize(4 * 1024 * 1024);
        configuration.setMaxResponseHeaderSize(4 * 1024 * 1024);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return take(request, response, callback);
            }
        });
        server.start();
    }

    /** From now on. */
    public ScriptedServer on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** From now on: this text with status 200 and these headers, name and value in turn. */
    public ScriptedServer on(String path, String body, String... headers) {
        return on(path, (request, response) -> {
            for (int i = 0; i < headers.length; i += 2) {
                response.getHeaders().put(headers[i], headers[i + 1]);
            }
            write(response, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** From now on: this status, without a body. */
    public ScriptedServer status(String path, int status, String... headers) {
        return on(path, (request, response) -> {
            response.setStatus(status);
            for (int i = 0; i < headers.length; i += 2) {
                response.getHeaders().put(headers[i], headers[i + 1]);
            }
        });
    }

    /** Writes a part of the body; it leaves at once. */
    public static void write(Response response, byte[] bytes) throws Exception {
        Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
    }

    /** Number of requests for this path. */
    public long count(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).count();
    }

    /** The newest request for this path. */
    public Asked last(String path) {
        return asked.stream()
                .filter(request -> request.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** URL of a path here. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private boolean take(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPathQuery();
        Map<String, String> headers = new ConcurrentHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getLowerCaseName(), field.getValue());
        }
        asked.add(new Asked(path, headers));
        Script script = scripts.get(path);
        if (script == null) {
            response.setStatus(404);
        } else {
            script.answer(request, response);
        }
        callback.succeeded();
        return true;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
