package dev.newswire.cli.operate;

import dev.newswire.platform.lag.LagReader;
import dev.newswire.platform.lag.PartitionLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer group of a service: whether somebody is in it, and how far it is behind. */
final class GroupCheck implements Check {
    private static final Duration LONG = Duration.ofMinutes(1);
    private final Admin admin;
    private final LagReader lags;
    private final Service service;

    GroupCheck(Admin admin, LagReader lags, Service service) {
        this.admin = admin;
        this.lags = lags;
        this.service = service;
    }

    @Override
    public List<Finding> findings() {
        String subject = "group " + service.group();
        ConsumerGroupDescription group = describe();
        if (group == null || group.members().isEmpty()) {
            return List.of(Finding.failure(subject, "nobody is in it", "Start the " + service.name() + " service."));
        }
        if (group.groupState() != GroupState.STABLE) {
            return List.of(Finding.warning(
                    subject,
                    "is " + group.groupState() + " with " + group.members().size() + " members",
                    "It settles within a minute; if not, a member comes and goes: read the logs."));
        }
        return List.of(lag(subject, group.members().size()));
    }

    private Finding lag(String subject, int members) {
        Instant now = Instant.now();
        List<PartitionLag> behind = lags.read(service.group(), service.topics());
        long records = behind.stream().mapToLong(PartitionLag::records).sum();
        Duration age = behind.stream()
                .map(lag -> lag.age(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        String detail = members + " members, " + records + " records behind"
                + (age.isZero() ? "" : ", the first for " + LagReport.words(age));
        return age.compareTo(LONG) > 0
                ? Finding.warning(subject, detail, "newswire lag --watch; docs/operations.md, section Lag.")
                : Finding.ok(subject, detail);
    }

    private @org.jspecify.annotations.Nullable ConsumerGroupDescription describe() {
        try {
            Map<String, ConsumerGroupDescription> described = Answers.of(
                    admin.describeConsumerGroups(List.of(service.group())).all());
            return described.get(service.group());
        } catch (GroupIdNotFoundException e) {
            return null;
        }
    }
}
