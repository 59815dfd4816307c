package dev.newswire.publish.events;

import dev.newswire.platform.config.Settings;
import java.time.Duration;

/**
 * What can be set about streams of events.
 *
 * @param clients most streams at once; further ones are answered 503
 * @param backlogBytes memory for the newest events, from which streams are taken up again
 * @param clientBytes bytes of events that may wait for one client before it is cut off
 * @param heartbeat after so much silence a stream shows that it is alive
 */
public record EventSettings(int clients, long backlogBytes, long clientBytes, Duration heartbeat) {
    /**
     * As the environment says.
     *
     * @throws dev.newswire.platform.config.SettingException if a value must be mended
     */
    public static EventSettings of(Settings settings) {
        return new EventSettings(
                settings.integer("NEWSWIRE_EVENTS_CLIENTS", 500, 1, 1_000_000),
                settings.number("NEWSWIRE_EVENTS_BACKLOG_BYTES", 32L << 20, 1L << 20, 1L << 40),
                settings.number("NEWSWIRE_EVENTS_CLIENT_BYTES", 256L << 10, 16L << 10, 1L << 30),
                settings.duration("NEWSWIRE_EVENTS_HEARTBEAT", Duration.ofSeconds(15)));
    }
}
