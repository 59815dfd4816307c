package dev.newswire.platform.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.streams.KeyedStore;
import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.platform.streams.StreamsRunner.Placement;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.EntityType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutedStoreTest {
    private static final String SELF = "127.0.0.1:1";

    private final Shelf here = new Shelf();
    private final Shelf there = new Shelf();
    private final PeerHandler handler = new PeerHandler();
    private ServiceHttp http;
    private String other = "";

    @BeforeEach
    void start() {
        http = ServiceHttp.start(
                Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0")),
                0,
                () -> Health.up("up"),
                ServiceMetrics.create("test"),
                List.of(handler));
        other = http.uri().getAuthority();
        handler.open(store(there, new Placement(other, List.of())).answerers());
        here.put("a", "here");
        there.put("a", "there & away");
        there.put("b", "second");
        there.put("c", "third");
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void whoeverIsInChargeAnswers() {
        assertThat(name(store(here, new Placement(SELF, List.of(other))).get("a")))
                .isEqualTo("here");
        assertThat(name(store(here, new Placement(other, List.of(SELF))).get("a")))
                .isEqualTo("there & away");
        assertThat(store(here, new Placement(other, List.of())).get("none")).isNull();
        assertThat(store(here, new Placement(other, List.of())).range("a", "a", "b~", 10))
                .extracting(EntityRef::getName)
                .containsExactly("there & away", "second");
        assertThat(store(here, new Placement(other, List.of())).range("a", "a", "d", 1))
                .hasSize(1);
    }

    @Test
    void aCopyAnswersWhileNobodyElseDoes() {
        assertThat(name(store(here, new Placement("127.0.0.1:2", List.of(other, SELF)))
                        .get("a")))
                .isEqualTo("here");
        assertThat(name(store(here, new Placement("127.0.0.1:2", List.of(other)))
                        .get("a")))
                .isEqualTo("there & away");
        there.away = true;
        assertThat(name(store(here, new Placement(other, List.of(SELF))).get("a")))
                .isEqualTo("here");
    }

    @Test
    void ifNobodyAnswersThatIsSaid() {
        there.away = true;
        here.away = true;
        RoutedStore<EntityRef> store = store(here, new Placement(other, List.of(SELF, "127.0.0.1:2")));
        assertThatThrownBy(() -> store.get("a")).isInstanceOf(StoreNotReadyException.class);
        assertThatThrownBy(() -> store.range("a", "a", "b", 1)).isInstanceOf(StoreNotReadyException.class);
    }

    @Test
    void aQuestionIsNeverPassedOn() {
        // The other believes this one to be in charge: it says so instead of asking back.
        handler.open(store(there, new Placement(SELF, List.of())).answerers());
        there.away = true;
        assertThatThrownBy(() -> store(here, new Placement(other, List.of())).get("a"))
                .isInstanceOf(StoreNotReadyException.class);
        assertThat(here.reads).isZero();
    }

    @Test
    void whatIsNotForOthersIsNotAnswered() {
        KeyedStore<EntityRef> seen = there.seenThrough(value -> value.getName().equals("second") ? null : value);
        handler.open(new RoutedStore<>("shelf", seen, codec(), routing(new Placement(other, List.of())), peers())
                .answerers());
        RoutedStore<EntityRef> store = store(here, new Placement(other, List.of()));
        assertThat(store.get("b")).isNull();
        assertThat(store.range("a", "a", "d", 10)).hasSize(2);
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        for (String path : List.of("shelf/value", "shelf/range?owner=a&from=a&to=b&limit=many", "shelf/range")) {
            assertThat(status(path)).as(path).isEqualTo(400);
        }
        assertThat(status("other/value?key=a")).isEqualTo(404);
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.uri() + "/internal/" + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private RoutedStore<EntityRef> store(Shelf shelf, Placement placement) {
        return new RoutedStore<>("shelf", shelf, codec(), routing(placement), peers());
    }

    private static Routing routing(Placement placement) {
        return new Routing(SELF, (store, key) -> placement, store -> List.of(SELF));
    }

    private static Peers peers() {
        return new Peers(Duration.ofSeconds(10));
    }

    private static StateCodec<EntityRef> codec() {
        return StateCodec.of(EntityRef.class);
    }

    private static @Nullable String name(@Nullable EntityRef value) {
        return value == null ? null : value.getName();
    }

    private static final class Shelf implements KeyedStore<EntityRef> {
        private final NavigableMap<String, EntityRef> values = new TreeMap<>();
        private boolean away;
        private int reads;

        void put(String key, String name) {
            values.put(key, new EntityRef(key, name, EntityType.MISC, 0f));
        }

        @Override
        public @Nullable EntityRef get(String key) {
            read();
            return values.get(key);
        }

        @Override
        public List<EntityRef> range(String owner, String from, String to, int limit) {
            read();
            return values.subMap(from, to).values().stream().limit(limit).toList();
        }

        @Override
        public void forEach(BiConsumer<String, ? super EntityRef> next) {
            values.forEach(next);
        }

        private void read() {
            reads++;
            if (away) {
                throw new StoreNotReadyException();
            }
        }
    }
}
