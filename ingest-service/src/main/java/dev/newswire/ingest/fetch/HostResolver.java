package dev.newswire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names of hosts; may take long. */
public interface HostResolver {

    /** All addresses of the host. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The machine's own. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
