package dev.newswire.cli.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AclListTest {
    private static final Path PUBLISHED = Path.of("../ops/acl/newswire.acls");
    private static final List<Role> SERVICES = List.of(Role.INGEST, Role.ENRICH, Role.PUBLISH);

    @Test
    void theListThatIsShippedIsTheListThatIsGranted() throws IOException {
        List<String> lines = new AclList("news-")
                .of(List.of(Role.values())).stream().map(AclList::line).toList();
        assertThat(lines).isEqualTo(Files.readAllLines(PUBLISHED));
    }

    @Test
    void noServiceMayTouchTheClusterOrTopicsByPrefixButItsOwn() {
        for (Role role : SERVICES) {
            String own = "news-" + role.name().toLowerCase(java.util.Locale.ROOT) + "-";
            assertThat(role.rights()).allSatisfy(right -> {
                assertThat(right.pattern().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
                assertThat(right.operation()).isNotEqualTo(AclOperation.ALL);
                if (right.pattern().patternType() == PatternType.PREFIXED) {
                    assertThat(right.pattern().name()).isEqualTo(own);
                }
            });
        }
    }
}
