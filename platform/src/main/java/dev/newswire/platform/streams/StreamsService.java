package dev.newswire.platform.streams;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.lag.LagMeters;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/** A service that is a topology with an HTTP endpoint beside it. */
public final class StreamsService implements RunningService {
    private final ServiceHttp http;
    private final StreamsRunner streams;
    private final MeterRegistry metrics;
    private final LagMeters lag;
    private final Runnable first;
    private final Runnable afterwards;

    private StreamsService(
            ServiceHttp http,
            StreamsRunner streams,
            MeterRegistry metrics,
            LagMeters lag,
            Runnable first,
            Runnable afterwards) {
        this.http = http;
        this.streams = streams;
        this.metrics = metrics;
        this.lag = lag;
        this.first = first;
        this.afterwards = afterwards;
    }

    /** Starts the streams of a service. */
    public interface Start {
        /**
         * @param metrics takes their meters
         * @param uri where the service listens
         */
        StreamsRunner start(MeterRegistry metrics, URI uri);
    }

    /**
     * Starts listening and, once the schema registry answers, the topology; it is ready once its state is restored.
     *
     * @param name of the service, as its meters carry it
     * @param defaultPort where {@code NEWSWIRE_HTTP_PORT} is not set
     * @param handlers of the service's own requests
     * @param topology starts the streams
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static StreamsService start(
            Settings settings, String name, int defaultPort, List<? extends Handler> handlers, Start topology) {
        PrometheusMeterRegistry metrics = ServiceMetrics.create(name);
        CompletableFuture<StreamsRunner> started = new CompletableFuture<>();
        Supplier<Health> health = () -> started.thenApply(StreamsRunner::health).getNow(Health.starting("STARTING"));
        // The port comes first: whoever finds it taken should not have joined the group.
        ServiceHttp http = ServiceHttp.start(settings, defaultPort, health, metrics, handlers);
        try {
            // Without schemas it could only hold up the partitions that the group would give it.
            RegistryClient.from(settings.kafka()).awaitAnswer();
            StreamsRunner streams = topology.start(metrics, http.uri());
            started.complete(streams);
            LagMeters lag = LagMeters.start(settings.kafka(), streams.group(), streams.topics(), metrics);
            return new StreamsService(http, streams, metrics, lag, () -> {}, () -> {});
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** The same service, which does this when the topology has stopped. */
    public StreamsService andThen(Runnable last) {
        return new StreamsService(http, streams, metrics, lag, first, last);
    }

    /** The same service, which does this before it stops to listen. */
    public StreamsService butFirst(Runnable beforehand) {
        return new StreamsService(http, streams, metrics, lag, beforehand, afterwards);
    }

    /** The meters of the service. */
    public MeterRegistry metrics() {
        return metrics;
    }

    /** The stores of the running topology. */
    public StreamsRunner streams() {
        return streams;
    }

    @Override
    public URI uri() {
        return http.uri();
    }

    @Override
    public boolean ready() {
        return streams.health().ready();
    }

    @Override
    public CompletionStage<Void> failure() {
        return streams.failure();
    }

    @Override
    public void close() {
        first.run();
        http.close();
        lag.close();
        streams.close();
        afterwards.run();
    }
}
