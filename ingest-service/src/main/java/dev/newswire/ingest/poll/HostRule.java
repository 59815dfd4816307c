package dev.newswire.ingest.poll;

import java.time.Duration;

/**
 * How a host is treated.
 *
 * @param delay least time between two requests
 * @param obeysRobots whether its robots.txt is asked; where its owner has agreed to more, it need not be
 */
public record HostRule(Duration delay, boolean obeysRobots) {

    /** Where the list says nothing. */
    static final HostRule STANDARD = new HostRule(Duration.ofSeconds(1), true);
}
