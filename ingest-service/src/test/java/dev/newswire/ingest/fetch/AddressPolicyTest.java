package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy PUBLIC_ONLY = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:2::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "4000::1"
            })
    void whatIsNotOfThePublicInternetIsRefused(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONLY.refusal(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "128.0.0.1",
                "169.253.1.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1",
                "223.255.255.255", "::ffff:8.8.8.8", "2606:4700:4700::1111", "2a00:1450::1", "2001:4860:4860::8888"
            })
    void thePublicInternetIsNot(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONLY.refusal(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void theOperatorMayAllowMore() throws UnknownHostException {
        AddressPolicy policy = new AddressPolicy(List.of(Cidr.parse("10.1.0.0/17"), Cidr.parse("fd00::7")));

        assertThat(policy.refusal(InetAddress.getByName("10.1.127.255"))).isEmpty();
        assertThat(policy.refusal(InetAddress.getByName("::ffff:10.1.0.1"))).isEmpty();
        assertThat(policy.refusal(InetAddress.getByName("10.1.128.0"))).contains("private");
        assertThat(policy.refusal(InetAddress.getByName("fd00::7"))).isEmpty();
        assertThat(policy.refusal(InetAddress.getByName("fd00::8"))).contains("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "fd00::/129", "localhost", "10.0.0.0/-1", "10.0.0.0/8/8", "1.2.3/8x"})
    void whatIsNoRangeIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
