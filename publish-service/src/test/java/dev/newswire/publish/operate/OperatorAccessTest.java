package dev.newswire.publish.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OperatorAccessTest {
    private static final OperatorAccess BY_TOKEN = new OperatorAccess("a-token-of-some-length", true);
    private static final OperatorAccess ON_LOOPBACK = new OperatorAccess("", true);

    @Test
    void theTokenOpensItAndNothingElseDoesWhereThereIsOne() {
        assertThat(BY_TOKEN.allows("news.example.org", "Bearer a-token-of-some-length", true))
                .isTrue();
        assertThat(BY_TOKEN.allows("news.example.org", basic("anyone:a-token-of-some-length"), true))
                .isTrue();
        assertThat(BY_TOKEN.allows("localhost", null, false)).isFalse();
        assertThat(BY_TOKEN.allows("localhost", "Bearer a-token-of-some-lengtH", false))
                .isFalse();
        assertThat(BY_TOKEN.allows("localhost", "Bearer", false)).isFalse();
        assertThat(BY_TOKEN.allows("localhost", "Basic %%%", false)).isFalse();
        assertThat(BY_TOKEN.allows("localhost", basic("no colon"), false)).isFalse();
    }

    @Test
    void withoutATokenOnlyThisMachineMayLook() {
        assertThat(ON_LOOPBACK.allows("localhost", null, false)).isTrue();
        assertThat(ON_LOOPBACK.allows("127.0.0.1", null, false)).isTrue();
        assertThat(ON_LOOPBACK.allows("[::1]", null, false)).isTrue();
        assertThat(ON_LOOPBACK.allows(null, null, false)).isFalse();
    }

    @Test
    void aNameThatAForeignPagePointedHereOpensNothing() {
        assertThat(ON_LOOPBACK.allows("evil.example", null, false)).isFalse();
        assertThat(ON_LOOPBACK.allows("localhost.evil.example", null, false)).isFalse();
    }

    @Test
    void behindAProxyNobodyIsThisMachine() {
        assertThat(ON_LOOPBACK.allows("localhost", null, true)).isFalse();
    }

    @Test
    void onAPublicAddressNobodyMayLookWithoutAToken() {
        assertThat(new OperatorAccess("", false).allows("localhost", null, false))
                .isFalse();
        assertThat(new OperatorAccess("", false).allows("localhost", "Bearer ", false))
                .isFalse();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
