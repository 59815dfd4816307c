package dev.newswire.integration.stack;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * A container that can be hurt and healed. Its ports on loopback are chosen beforehand, so that they stay when it starts
 * again.
 */
public class Node extends GenericContainer<Node> {
    /** How long a part of the pipeline may take to be whole again: the bound of every fault. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Network net;
    private final Callable<Boolean> ready;

    /**
     * @param name its host name in the network
     * @param ports port of the container to port on loopback
     * @param ready whether it does its work
     */
    Node(String image, String name, Network net, Map<Integer, Integer> ports, Callable<Boolean> ready) {
        super(image);
        this.name = name;
        this.net = net;
        this.ready = ready;
        withNetwork(net);
        withNetworkAliases(name);
        withStartupCheckStrategy(new IsRunningStartupCheckStrategy());
        waitingFor(new Started());
        withCreateContainerCmdModifier(command -> {
            HostConfig host = command.getHostConfig();
            List<PortBinding> bindings = new ArrayList<>();
            ports.forEach((inside, outside) -> bindings.add(
                    new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", outside), ExposedPort.tcp(inside))));
            command.withHostName(name)
                    .withExposedPorts(
                            bindings.stream().map(PortBinding::getExposedPort).toList());
            (host == null ? HostConfig.newHostConfig() : host).withPortBindings(bindings);
        });
    }

    /** Its host name. */
    public String name() {
        return name;
    }

    /** As {@code kill -9} does: no hook runs. */
    public void kill() {
        getDockerClient().killContainerCmd(getContainerId()).withSignal("KILL").exec();
        awaitGone();
    }

    /** As {@code docker stop} does; whatever does not stop within the time is killed. */
    public void shutDown(Duration grace) {
        try {
            getDockerClient()
                    .stopContainerCmd(getContainerId())
                    .withTimeout((int) grace.toSeconds())
                    .exec();
        } catch (NotModifiedException e) {
            // It has stopped by itself.
        }
        awaitGone();
    }

    /** Starts it again with the files that it had. */
    public void begin() {
        getDockerClient().startContainerCmd(getContainerId()).exec();
    }

    /** Stops all its processes where they stand; their connections stay open. */
    public void pause() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    /** Lets its processes go on. */
    public void resume() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }

    /** Takes it off the network. */
    public void disconnect() {
        getDockerClient()
                .disconnectFromNetworkCmd()
                .withContainerId(getContainerId())
                .withNetworkId(net.getId())
                .exec();
    }

    /** Puts it back on the network under its name. */
    public void reconnect() {
        getDockerClient()
                .connectToNetworkCmd()
                .withContainerId(getContainerId())
                .withNetworkId(net.getId())
                .withContainerNetwork(new ContainerNetwork().withAliases(name))
                .exec();
    }

    /** Whether it does its work now. */
    public boolean isReady() {
        try {
            return ready.call();
        } catch (Exception e) {
            return false;
        }
    }

    /** Returns when it does its work. */
    public void awaitReady() {
        await(name + " is ready").atMost(PATIENCE).until(this::isReady);
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return Boolean.TRUE.equals(getCurrentContainerInfo().getState().getRunning());
    }

    /** The exit code of its process, once that has ended. */
    public long exitCode() {
        Long code = getCurrentContainerInfo().getState().getExitCodeLong();
        return code == null ? -1 : code;
    }

    /** Returns when its process has ended. */
    public void awaitGone() {
        await(name + " is gone").atMost(PATIENCE).until(() -> !isAlive());
    }

    /** Nothing is waited for at the start: the parts of a stack start together. */
    private static final class Started extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // See awaitReady.
        }
    }
}
