package dev.newswire.platform.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The meters of a service process. */
public final class ServiceMetrics {
    /**
     * Counts of files and their errors that Kafka Streams no longer keeps: at level DEBUG it adds -1 to each every minute,
     * and one negative counter would fail the whole page.
     */
    private static final String ABANDONED = "kafka.stream.state.number.";

    private ServiceMetrics() {}

    /** A registry with the meters of the virtual machine; every meter carries the tag {@code service}. */
    public static PrometheusMeterRegistry create(String service) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config()
                .commonTags(List.of(Tag.of("service", service)))
                .meterFilter(MeterFilter.denyNameStartsWith(ABANDONED));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("newswire.build.info", () -> 1)
                .tags("version", BuildInfo.version(), "java", Runtime.version().toString())
                .register(registry);
        return registry;
    }
}
