package dev.newswire.cli.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.InterruptException;

/** The access control list that the roles come to. */
public final class AclList {
    private final String prefix;

    /** @param prefix of the principals' names: {@code news-} for {@code User:news-enrich} */
    public AclList(String prefix) {
        this.prefix = prefix;
    }

    /** What these roles need. */
    public List<AclBinding> of(Collection<Role> roles) {
        List<AclBinding> bindings = new ArrayList<>();
        for (Role role : roles) {
            String principal = role.principal(prefix);
            role.rights()
                    .forEach(right -> bindings.add(new AclBinding(
                            right.pattern(),
                            new AccessControlEntry(principal, "*", right.operation(), AclPermissionType.ALLOW))));
        }
        return bindings;
    }

    /** What these roles need and the cluster does not grant yet. */
    public List<AclBinding> missing(Admin admin, Collection<Role> roles) {
        Set<AclBinding> granted = new HashSet<>(granted(admin));
        return of(roles).stream().filter(binding -> !granted.contains(binding)).toList();
    }

    /** What the cluster grants to the principals of these roles beyond what they need. */
    public List<AclBinding> beyond(Admin admin, Collection<Role> roles) {
        Set<AclBinding> needed = new HashSet<>(of(roles));
        List<String> principals =
                roles.stream().map(role -> role.principal(prefix)).toList();
        return granted(admin).stream()
                .filter(binding -> principals.contains(binding.entry().principal()))
                .filter(binding -> binding.entry().permissionType() == AclPermissionType.ALLOW)
                .filter(binding -> !needed.contains(binding))
                .toList();
    }

    /** Grants what is missing; returns it. */
    public List<AclBinding> apply(Admin admin, Collection<Role> roles) {
        List<AclBinding> missing = missing(admin, roles);
        await(admin.createAcls(missing).all());
        return missing;
    }

    /** One binding in a line. */
    public static String line(AclBinding binding) {
        return String.format(
                Locale.ROOT,
                "%-19s %-16s %-17s %-8s %s",
                binding.entry().principal(),
                binding.entry().operation(),
                binding.pattern().resourceType(),
                binding.pattern().patternType().name().toLowerCase(Locale.ROOT),
                binding.pattern().name());
    }

    private static Collection<AclBinding> granted(Admin admin) {
        return await(admin.describeAcls(AclBindingFilter.ANY).values());
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
