package dev.newswire.platform.peers;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Where other instances find this one. */
public final class InstanceAddress {
    private static final String SETTING = "NEWSWIRE_INSTANCE_ADDRESS";
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

    private InstanceAddress() {}

    /**
     * The address as {@code host:port}: what {@code NEWSWIRE_INSTANCE_ADDRESS} says, else where this one listens, by the
     * machine's name where it listens on all addresses.
     *
     * @param uri where it listens
     * @throws SettingException if the setting must be mended
     */
    public static String of(Settings settings, URI uri) {
        String host = settings.text("NEWSWIRE_HTTP_HOST", "127.0.0.1");
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
        String address = settings.text(SETTING, (everywhere ? machine() : uri.getHost()) + ":" + uri.getPort());
        if (!FORM.matcher(address).matches()) {
            throw new SettingException(
                    SETTING + " is \"" + address + "\" but takes host and port such as publish-1:8080.");
        }
        return address;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new SettingException("This machine does not know its own name. Set " + SETTING
                    + " to where other instances reach this one, such as publish-1:8080.");
        }
    }
}
