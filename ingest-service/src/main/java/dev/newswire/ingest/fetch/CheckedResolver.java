package dev.newswire.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * The only way from a name to a connection: the client connects to the very addresses that were checked here, so a name
 * that means something else a moment later changes nothing. One forbidden address among several is reason enough.
 */
final class CheckedResolver implements SocketAddressResolver {

    private final HostResolver resolver;
    private final AddressPolicy policy;
    private final Executor threads;

    CheckedResolver(HostResolver resolver, AddressPolicy policy, Executor threads) {
        this.resolver = resolver;
        this.policy = policy;
        this.threads = threads;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        try {
            threads.execute(() -> answer(host, port, promise));
        } catch (RejectedExecutionException e) {
            promise.failed(new FetchException(Failure.STOPPED, "the service is stopping"));
        }
    }

    private void answer(String host, int port, Promise<List<InetSocketAddress>> promise) {
        List<InetSocketAddress> addresses;
        try {
            addresses = addresses(host, port);
        } catch (FetchException | RuntimeException e) {
            promise.failed(e);
            return;
        }
        promise.succeeded(addresses);
    }

    private List<InetSocketAddress> addresses(String host, int port) throws FetchException {
        List<InetAddress> found = lookUp(host);
        for (InetAddress address : found) {
            String refusal = policy.refusal(address).orElse(null);
            if (refusal != null) {
                throw new FetchException(
                        Failure.ADDRESS,
                        host + " has the address " + address.getHostAddress() + ", which is " + refusal
                                + "; NEWSWIRE_FETCH_ALLOWED_ADDRESSES would let it through");
            }
        }
        return found.stream()
                .map(address -> new InetSocketAddress(named(host, address), port))
                .toList();
    }

    /** TLS takes the name to ask for, and to check the certificate by, from here. */
    private static InetAddress named(String host, InetAddress address) {
        try {
            return InetAddress.getByAddress(host, address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 bytes or 16", impossible);
        }
    }

    private List<InetAddress> lookUp(String host) throws FetchException {
        try {
            List<InetAddress> found = resolver.resolve(host);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (UnknownHostException ignored) {
            // The sentence below says it.
        }
        throw new FetchException(Failure.HOST, "the host " + host + " is not known");
    }
}
