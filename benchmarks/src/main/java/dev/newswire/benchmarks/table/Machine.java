package dev.newswire.benchmarks.table;

import com.sun.management.OperatingSystemMXBean;
import dev.newswire.platform.runtime.BuildInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** What figures were taken on. */
final class Machine {
    private static final long GIBIBYTE = 1L << 30;
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** One sentence: processor, memory, system, versions. */
    static String describe() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getAvailableProcessors() + " cores (" + processor() + "), "
                + system.getTotalMemorySize() / GIBIBYTE + " GiB, " + system.getName() + " " + system.getVersion()
                + ", " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", Kafka "
                + AppInfoParser.getVersion() + ", Newswire " + BuildInfo.version()
                + "; broker and registry on the same machine, exactly-once.";
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
