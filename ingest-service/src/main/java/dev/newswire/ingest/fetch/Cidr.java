package dev.newswire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of addresses (RFC 4632, RFC 4291 §2.3), such as {@code 10.0.0.0/8}.
 *
 * @param network first address of the range: 4 bytes or 16
 * @param prefix number of leading bits that all of its addresses share
 */
public record Cidr(byte[] network, int prefix) {

    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    /**
     * Reads a range, or a single address where no prefix follows.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Cidr parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address or a range such as 10.0.0.0/8");
        }
        byte[] address = bytes(form.group(1));
        int longest = address.length * 8;
        String stated = form.group(2);
        int prefix = stated == null ? longest : Integer.parseInt(stated);
        if (prefix > longest) {
            throw new IllegalArgumentException("\"" + text + "\" has a prefix longer than " + longest + " bits");
        }
        return new Cidr(address, prefix);
    }

    /** Whether the address, as 4 bytes or 16, lies in this range. */
    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = prefix / 8;
        if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = prefix % 8;
        int mask = 0xFF00 >> rest & 0xFF;
        return rest == 0 || (address[whole] & mask) == (network[whole] & mask);
    }

    /** Only literals get here: no name is looked up. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + literal + "\" is not an address", e);
        }
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Cidr cidr && prefix == cidr.prefix && Arrays.equals(network, cidr.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }

    @Override
    public String toString() {
        return HostNames.text(network) + "/" + prefix;
    }
}
