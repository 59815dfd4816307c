package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {
    @Test
    void whatKafkaStreamsNoLongerCountsDoesNotFailThePage() {
        PrometheusMeterRegistry registry = ServiceMetrics.create("enrich");
        FunctionCounter.builder("kafka.stream.state.number.file.errors.total", this, any -> -1)
                .register(registry);

        assertThat(registry.scrape())
                .contains("newswire_build_info{", "service=\"enrich\"")
                .doesNotContain("kafka_stream_state_number");
    }
}
