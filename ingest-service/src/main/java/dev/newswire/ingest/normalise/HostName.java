package dev.newswire.ingest.normalise;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one form of a host: a name in lower case and ASCII, or an address. */
final class HostName {

    /** As browsers look names up (UTS 46, non-transitional): straße.de is not strasse.de. */
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    /** Names of servers have hyphens where the standard for registered names wants none. */
    private static final Set<IDNA.Error> TOLERATED =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    private static final Pattern FORM = Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern LABELS = Pattern.compile("[^.]{1,63}(?:\\.[^.]{1,63})*");

    /** Names have 253 characters at most, each of which may be escaped as four bytes. */
    private static final int LONGEST = 3_000;

    private static final int LONGEST_NAME = 253;

    private HostName() {}

    /** The form of what stands in a URL, where IPv6 addresses are in brackets; null where it cannot be a host. */
    static @Nullable String ascii(String raw) {
        if (raw.startsWith("[")) {
            return Ipv6.compressed(raw.substring(1, raw.length() - 1));
        }
        String name = raw.length() > LONGEST ? "" : UrlEscapes.decode(raw);
        if (name.length() > LONGEST_NAME) {
            return null;
        }
        String lower = isPlain(name) ? name.toLowerCase(Locale.ROOT) : looked(name);
        boolean isHost = lower != null
                && FORM.matcher(lower).matches()
                && LABELS.matcher(lower).matches();
        return isHost ? lower : null;
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static @Nullable String looked(String name) {
        IDNA.Info info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(name, new StringBuilder(), info).toString();
        if (!TOLERATED.containsAll(info.getErrors())) {
            return null;
        }
        return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    }
}
