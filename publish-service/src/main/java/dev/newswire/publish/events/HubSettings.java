package dev.newswire.publish.events;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set about WebSub.
 *
 * @param hubs addresses of hubs; none without
 * @param feeds whose changes they are told
 * @param interval least time between two notices of one feed
 */
public record HubSettings(List<String> hubs, Set<String> feeds, Duration interval) {
    private static final String HUBS = "NEWSWIRE_WEBSUB_HUBS";

    /**
     * As the environment says.
     *
     * @throws SettingException if a value must be mended
     */
    public static HubSettings of(Settings settings) {
        List<String> hubs = list(settings.text(HUBS, ""));
        for (String hub : hubs) {
            if (Links.external(hub) == null) {
                throw new SettingException(HUBS + " names \"" + hub
                        + "\" but takes addresses such as https://hub.example.org/, with commas.");
            }
        }
        Duration interval = settings.duration("NEWSWIRE_WEBSUB_INTERVAL", Duration.ofSeconds(5));
        if (interval.isZero()) {
            throw new SettingException("NEWSWIRE_WEBSUB_INTERVAL is zero but takes a duration such as PT5S.");
        }
        return new HubSettings(
                hubs, Set.copyOf(list(settings.text("NEWSWIRE_WEBSUB_FEEDS", FeedIds.LATEST))), interval);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
