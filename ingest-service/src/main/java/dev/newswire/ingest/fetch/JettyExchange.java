package dev.newswire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Exchanges over real connections, which lead only to addresses that were checked. */
public final class JettyExchange implements Exchange, AutoCloseable {

    private static final int THREADS = 16;
    private static final long IDLE_MS = 30_000;

    private final HttpClient client;
    private final FetchLimits limits;
    private final LongSupplier nanoTime;
    private final BodyReader bodies;

    private JettyExchange(HttpClient client, FetchLimits limits, LongSupplier nanoTime) {
        this.client = client;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.bodies = new BodyReader(limits, nanoTime);
    }

    /** Connections by these settings. */
    public static JettyExchange start(FetchSettings settings) {
        return start(settings, HostResolver.system(), new SslContextFactory.Client(), System::nanoTime);
    }

    static JettyExchange start(
            FetchSettings settings, HostResolver resolver, SslContextFactory.Client tls, LongSupplier nanoTime) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("fetch");
        threads.setDaemon(true);
        HttpClient client = client(settings, tls, threads);
        client.setSocketAddressResolver(new CheckedResolver(resolver, settings.addresses(), threads));
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client cannot start", e);
        }
        // What a client does of its own accord would go past the checks: redirects, passwords, decoding.
        client.getProtocolHandlers().clear();
        client.getContentDecoderFactories().clear();
        return new JettyExchange(client, settings.limits(), nanoTime);
    }

    private static HttpClient client(FetchSettings settings, SslContextFactory.Client tls, QueuedThreadPool threads) {
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, settings.userAgent()));
        client.setConnectTimeout(settings.limits().connect().toMillis());
        client.setAddressResolutionTimeout(settings.limits().connect().toMillis());
        client.setIdleTimeout(IDLE_MS);
        client.setMaxResponseHeadersSize(settings.limits().headerBytes());
        client.setHttpCompliance(HttpCompliance.RFC7230);
        client.setMaxConnectionsPerDestination(2);
        client.setDestinationIdleTimeout(IDLE_MS);
        return client;
    }

    @Override
    public Answer send(URI url, Map<String, String> headers, TimeLeft time) throws FetchException {
        if (time.milliseconds() == 0) {
            throw new FetchException(
                    Failure.TIMEOUT,
                    "no whole answer within " + seconds(limits.total().toMillis()) + ", redirects included");
        }
        long startedAt = nanoTime.getAsLong();
        try {
            return sendWithin(time.milliseconds(), url, headers);
        } finally {
            time.spend(nanoTime.getAsLong() - startedAt);
        }
    }

    private Answer sendWithin(long milliseconds, URI url, Map<String, String> headers) throws FetchException {
        Request request = client.newRequest(url)
                .timeout(milliseconds, TimeUnit.MILLISECONDS)
                .headers(fields -> {
                    fields.put(HttpHeader.ACCEPT_ENCODING, "gzip, deflate");
                    fields.put(HttpHeader.ACCEPT, "*/*");
                    headers.forEach(fields::put);
                });
        try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
            request.send(listener);
            return answer(url, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(Failure.STOPPED, "the service is stopping");
        } catch (TimeoutException e) {
            throw new FetchException(
                    Failure.TIMEOUT,
                    "no answer within " + seconds(limits.firstByte().toMillis()));
        } catch (ExecutionException | IOException e) {
            throw Failures.of(e, limits);
        } finally {
            request.abort(new IOException("done"));
        }
    }

    private Answer answer(URI url, InputStreamResponseListener listener)
            throws InterruptedException, TimeoutException, ExecutionException, IOException, FetchException {
        Response response = listener.get(limits.firstByte().toMillis(), TimeUnit.MILLISECONDS);
        Map<String, String> headers = headers(response);
        try (InputStream wire = listener.getInputStream()) {
            byte[] body = bodies.read(wire, headers.getOrDefault("content-encoding", ""));
            return new Answer(url, response.getStatus(), headers, body);
        }
    }

    /** The first of several values counts, except where HTTP joins them in a list that we read. */
    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : response.getHeaders()) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            String value = field.getValue() == null ? "" : field.getValue();
            boolean isList = name.equals("cache-control") || name.equals("content-encoding");
            headers.merge(name, value, (one, next) -> isList ? one + ", " + next : one);
        }
        return headers;
    }

    static String seconds(long milliseconds) {
        return milliseconds / 1_000.0 + " s";
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }
}
