package dev.newswire.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be connected to: those of the public Internet, and what the operator allows besides.
 *
 * <p>The ranges are those that the IANA registries of special-purpose addresses (RFC 6890 and its successors) call not
 * globally reachable, and every form of IPv6 that carries an IPv4 address: what is behind a translator is not ours to
 * reach.
 *
 * @param allowed ranges that are let through although they are not public
 */
public record AddressPolicy(List<Cidr> allowed) {

    private record Range(Cidr range, String name) {
        static Range of(String range, String name) {
            return new Range(Cidr.parse(range), name);
        }
    }

    private static final List<Range> SPECIAL_4 = List.of(
            Range.of("0.0.0.0/8", "this network"),
            Range.of("10.0.0.0/8", "private"),
            Range.of("100.64.0.0/10", "shared by a carrier"),
            Range.of("127.0.0.0/8", "loopback"),
            Range.of("169.254.0.0/16", "link-local"),
            Range.of("172.16.0.0/12", "private"),
            Range.of("192.0.0.0/24", "reserved for protocols"),
            Range.of("192.0.2.0/24", "for documentation"),
            Range.of("192.88.99.0/24", "of 6to4 relays"),
            Range.of("192.168.0.0/16", "private"),
            Range.of("198.18.0.0/15", "for benchmarks"),
            Range.of("198.51.100.0/24", "for documentation"),
            Range.of("203.0.113.0/24", "for documentation"),
            Range.of("224.0.0.0/4", "multicast"),
            Range.of("240.0.0.0/4", "reserved"));

    private static final List<Range> SPECIAL_6 = List.of(
            Range.of("::1/128", "loopback"),
            Range.of("::/96", "IPv4-compatible"),
            Range.of("64:ff9b::/96", "translated to IPv4 (NAT64)"),
            Range.of("64:ff9b:1::/48", "translated to IPv4 (NAT64)"),
            Range.of("fc00::/7", "private"),
            Range.of("fe80::/10", "link-local"),
            Range.of("fec0::/10", "site-local"),
            Range.of("ff00::/8", "multicast"),
            Range.of("2001::/32", "tunnelled (Teredo)"),
            Range.of("2001::/23", "reserved for protocols"),
            Range.of("2001:db8::/32", "for documentation"),
            Range.of("2002::/16", "tunnelled (6to4)"),
            Range.of("3fff::/20", "for documentation"));

    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

    /** Copies what it is given. */
    public AddressPolicy {
        allowed = List.copyOf(allowed);
    }

    /** Why this address is not connected to, in words that complete "the address is …"; empty where it may be. */
    Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (allowed.stream().anyMatch(range -> range.contains(bytes))) {
            return Optional.empty();
        }
        List<Range> special = address instanceof Inet4Address ? SPECIAL_4 : SPECIAL_6;
        Optional<String> name = special.stream()
                .filter(range -> range.range().contains(bytes))
                .map(Range::name)
                .findFirst();
        boolean isOutside = bytes.length == 16 && !GLOBAL_UNICAST.contains(bytes);
        return name.isEmpty() && isOutside ? Optional.of("not of the public Internet") : name;
    }
}
