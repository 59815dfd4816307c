package dev.newswire.ingest.poll;

import java.util.List;
import java.util.Map;

/**
 * What is polled.
 *
 * @param sources in the order of the file, ids unique
 * @param hosts rules by name of host in lower case
 */
public record SourceList(List<Source> sources, Map<String, HostRule> hosts) {

    /** Of nothing. */
    public static final SourceList EMPTY = new SourceList(List.of(), Map.of());

    /** Copies what it is given. */
    public SourceList {
        sources = List.copyOf(sources);
        hosts = Map.copyOf(hosts);
    }

    /** The rule for a host; those of a domain hold for its subdomains. */
    HostRule rule(String host) {
        for (String name = host; !name.isEmpty(); name = name.substring(name.indexOf('.') + 1)) {
            HostRule rule = hosts.get(name);
            if (rule != null) {
                return rule;
            }
            if (name.indexOf('.') < 0) {
                break;
            }
        }
        return HostRule.STANDARD;
    }
}
