package dev.newswire.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.publish.operate.FateTally;
import dev.newswire.publish.operate.OperatorAccess;
import dev.newswire.publish.operate.PipelineStatus;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OperatorHandlerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOKEN = "a-token-of-some-length";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theViewTellsFatesLagDeadLettersAndHealth() throws Exception {
        FateTally fates = new FateTally();
        fates.add(fate(Fate.PUBLISHED, null));
        fates.add(fate(Fate.QUARANTINED, "The <b>body</b> cannot be read."));
        try (ServiceHttp http = start("", fates)) {
            String page = get(http).body();
            assertThat(page)
                    .contains("<td>news-enrich</td><td class=\"good\">Stable</td><td>2</td><td>17</td>")
                    .contains("<td>news.ingest.dlq.v1</td><td>3</td>")
                    .contains("<td>http://enrich:8083</td><td class=\"bad\">not ready</td><td>REBALANCING</td>")
                    .contains("The &lt;b&gt;body&lt;/b&gt; cannot be read.")
                    .contains("aria-label=\"Published by the minute, 1 in all\"");
        }
    }

    @Test
    void brokersAreNotAskedAnewForEveryoneWhoLooks() throws Exception {
        try (ServiceHttp http = start("", new FateTally())) {
            for (int i = 0; i < 5; i++) {
                get(http);
            }
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void withoutTheTokenNothingIsShown() throws Exception {
        try (ServiceHttp http = start(TOKEN, new FateTally())) {
            assertThat(get(http).statusCode()).isEqualTo(401);
            assertThat(get(http).headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
            assertThat(get(http, "Authorization", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatAProxyPassesOnIsNotFromThisMachine() throws Exception {
        try (ServiceHttp http = start("", new FateTally())) {
            assertThat(get(http, "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(403);
            assertThat(asked).hasValue(0);
        }
    }

    private ServiceHttp start(String token, FateTally fates) {
        OperatorHandler handler =
                new OperatorHandler(new OperatorAccess(token, true), Clock.fixed(NOON, ZoneOffset.UTC));
        handler.open(this::status, fates, new Links(URI.create("http://localhost")));
        return ServiceHttp.start(
                Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0")),
                0,
                () -> Health.up("up"),
                ServiceMetrics.create("publish"),
                List.of(handler));
    }

    private PipelineStatus status() {
        asked.incrementAndGet();
        return new PipelineStatus(
                List.of(new PipelineStatus.Group("news-enrich", "Stable", 2, 17)),
                List.of(new PipelineStatus.DeadLetters("news.ingest.dlq.v1", 3)),
                List.of(new PipelineStatus.ServiceHealth("http://enrich:8083", false, "REBALANCING")));
    }

    private HttpResponse<String> get(ServiceHttp http, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri().resolve("/operator"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static ArticleFate fate(Fate fate, @org.jspecify.annotations.Nullable String reason) {
        return ArticleFate.newBuilder()
                .setFate(fate)
                .setReason(reason)
                .setEventTopic("news.article.raw.v1")
                .setEventPartition(0)
                .setEventOffset(1)
                .setService("ingest")
                .setDecidedAt(NOON)
                .build();
    }
}
