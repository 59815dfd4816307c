package dev.newswire.ingest.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts as URLs carry them. */
final class HostNames {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_][a-z0-9_-]{0,62})*");
    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    /** The last label decides (WHATWG URL Standard, "ends in a number checker"): such hosts are addresses to some. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private HostNames() {}

    /**
     * The host in the one form that is used for looking it up, comparing it and asking for it.
     *
     * @param raw as the URL has it, IPv6 addresses in brackets
     * @throws FetchException if it is no name and no address, or an address in a form that programs read differently
     */
    static String normal(String raw) throws FetchException {
        if (raw.startsWith("[")) {
            return address6(raw);
        }
        String name = ascii(raw.endsWith(".") ? raw.substring(0, raw.length() - 1) : raw);
        if (DOTTED.matcher(name).matches()) {
            return name;
        }
        if (ENDS_IN_NUMBER.matcher(name).matches()) {
            throw refused("the host \"" + raw + "\" is an address that is not written as four decimal numbers");
        }
        if (!NAME.matcher(name).matches()) {
            throw refused("\"" + raw + "\" is not the name of a host");
        }
        return name;
    }

    /** An address without the name that it was found by. */
    static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("an address has 4 bytes or 16", impossible);
        }
    }

    private static String address6(String raw) throws FetchException {
        boolean isAddress = raw.endsWith("]") && raw.indexOf(':') > 0 && raw.indexOf('%') < 0;
        try {
            if (isAddress) {
                return "[" + InetAddress.getByName(raw).getHostAddress() + "]";
            }
        } catch (UnknownHostException ignored) {
            // The sentence below says what is wrong.
        }
        throw refused("\"" + raw + "\" is not an IPv6 address");
    }

    private static String ascii(String raw) throws FetchException {
        try {
            return IDN.toASCII(raw, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("\"" + raw + "\" is not the name of a host");
        }
    }

    private static FetchException refused(String reason) {
        return new FetchException(Failure.URL, reason);
    }
}
