package dev.newswire.integration.containers;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A schema registry that keeps its schemas in memory. */
final class RegistryContainer extends GenericContainer<RegistryContainer> {
    private static final int API_PORT = 8080;
    private static final int MANAGEMENT_PORT = 9000;

    RegistryContainer() {
        super("apicurio/apicurio-registry:3.3.3");
        withExposedPorts(API_PORT, MANAGEMENT_PORT);
        waitingFor(Wait.forHttp("/health/ready").forPort(MANAGEMENT_PORT).withStartupTimeout(Duration.ofMinutes(3)));
    }

    /** Base URL of the Confluent REST API. */
    String url() {
        return "http://" + getHost() + ":" + getMappedPort(API_PORT) + "/apis/ccompat/v7";
    }

    void pause() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    void resume() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }
}
