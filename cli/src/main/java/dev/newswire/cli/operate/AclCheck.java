package dev.newswire.cli.operate;

import dev.newswire.cli.acl.AclList;
import dev.newswire.cli.acl.Role;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** What the services may do: whether anybody asks, and whether it is what they need. */
final class AclCheck implements Check {
    private static final List<Role> SERVICES = List.of(Role.INGEST, Role.ENRICH, Role.PUBLISH);
    private final Admin admin;
    private final AclList list;

    AclCheck(Admin admin, AclList list) {
        this.admin = admin;
        this.list = list;
    }

    @Override
    public List<Finding> findings() {
        try {
            List<Finding> findings = new ArrayList<>();
            int missing = list.missing(admin, SERVICES).size();
            int beyond = list.beyond(admin, SERVICES).size();
            if (missing > 0) {
                findings.add(Finding.warning(
                        "acls",
                        missing + " rights that services need are not granted to their own users",
                        "newswire acls --check; newswire acls --apply"));
            }
            if (beyond > 0) {
                findings.add(Finding.warning(
                        "acls", beyond + " rights are more than services need", "newswire acls --check shows them."));
            }
            return findings.isEmpty() ? List.of(Finding.ok("acls", "what the services need, and no more")) : findings;
        } catch (SecurityDisabledException e) {
            return List.of(Finding.note(
                    "acls",
                    "the cluster checks no rights: whoever reaches it may do everything",
                    "Fine on loopback. Elsewhere: docs/security.md"));
        } catch (ClusterAuthorizationException e) {
            return List.of(Finding.note("acls", "this user may not see them", "Run it as the operator role."));
        }
    }
}
