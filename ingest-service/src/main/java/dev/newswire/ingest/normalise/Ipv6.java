package dev.newswire.ingest.normalise;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IPv6 addresses in the form that RFC 5952 recommends: no leading zeros, the longest run of zeros left out. */
final class Ipv6 {

    private static final int GROUPS = 8;
    private static final int RADIX = 16;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private Ipv6() {}

    /** In brackets, or null where the text is no address. */
    static @Nullable String compressed(String address) {
        int[] groups = groups(address);
        if (groups == null) {
            return null;
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zerosFrom(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return "["
                + (length == 1
                        ? join(groups, 0, GROUPS)
                        : join(groups, 0, start) + "::" + join(groups, start + length, GROUPS))
                + "]";
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(int[] groups, int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            text.append(i == start ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    private static int @Nullable [] groups(String address) {
        String plain = withoutIpv4(address);
        int gap = plain.indexOf("::");
        String[] before = split(gap < 0 ? plain : plain.substring(0, gap));
        String[] after = split(gap < 0 ? "" : plain.substring(gap + 2));
        int count = before.length + after.length;
        if (gap < 0 ? count != GROUPS : count >= GROUPS) {
            return null;
        }
        int[] groups = new int[GROUPS];
        boolean isRead = read(before, groups, 0) && read(after, groups, GROUPS - after.length);
        return isRead ? groups : null;
    }

    private static boolean read(String[] parts, int[] groups, int start) {
        for (int i = 0; i < parts.length; i++) {
            if (!GROUP.matcher(parts[i]).matches()) {
                return false;
            }
            groups[start + i] = Integer.parseInt(parts[i], RADIX);
        }
        return true;
    }

    private static String[] split(String part) {
        return part.isEmpty() ? new String[0] : part.split(":", -1);
    }

    /** The last two groups may be written as an IPv4 address. */
    private static String withoutIpv4(String address) {
        int start = address.lastIndexOf(':') + 1;
        String tail = address.substring(start);
        if (!IPV4.matcher(tail).matches()) {
            return address;
        }
        String[] parts = tail.split("\\.", -1);
        int high = Integer.parseInt(parts[0]) << 8 | Integer.parseInt(parts[1]);
        int low = Integer.parseInt(parts[2]) << 8 | Integer.parseInt(parts[3]);
        return address.substring(0, start) + Integer.toHexString(high) + ":" + Integer.toHexString(low);
    }
}
