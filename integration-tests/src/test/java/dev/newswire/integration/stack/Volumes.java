package dev.newswire.integration.stack;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** Volumes in memory, of a size that can be used up. */
final class Volumes {
    private Volumes() {}

    static void createInMemory(String name, int megabytes) {
        DockerClientFactory.lazyClient()
                .createVolumeCmd()
                .withName(name)
                .withDriver("local")
                .withDriverOpts(Map.of(
                        "type", "tmpfs", "device", "tmpfs", "o", "size=" + megabytes + "m,uid=1000,gid=1000,mode=0755"))
                .exec();
    }

    static void remove(String name) {
        DockerClientFactory.lazyClient().removeVolumeCmd(name).exec();
    }

    static void mount(CreateContainerCmd command, String volume, String path) {
        HostConfig host = command.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("no host configuration");
        }
        Bind[] present = host.getBinds();
        List<Bind> binds = present == null ? new ArrayList<>() : new ArrayList<>(Arrays.asList(present));
        binds.add(new Bind(volume, new Volume(path)));
        host.withBinds(binds);
    }
}
