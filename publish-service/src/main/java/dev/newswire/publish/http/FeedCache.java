package dev.newswire.publish.http;

import dev.newswire.publish.read.EntryCursor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parts of feeds as they were written last, within a number of bytes; those asked for longest ago go first. A part is
 * given only to whoever asks for the version that it has, so that what has left a feed is never shown again.
 */
final class FeedCache {
    private final long mostBytes;
    private final Map<Key, Written> parts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param mostBytes of all parts together */
    FeedCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Names a part of a feed in a format. */
    record Key(String feedId, FeedFormat format, @Nullable EntryCursor behind, int limit) {}

    private record Written(String version, Content content) {}

    /** A part of a feed; written now if it is not known in this version. */
    Content get(Key key, String version, Supplier<String> writing) {
        synchronized (parts) {
            Written known = parts.get(key);
            if (known != null && known.version().equals(version)) {
                return known.content();
            }
        }
        Content content = Content.of(writing.get());
        put(key, new Written(version, content));
        return content;
    }

    private void put(Key key, Written written) {
        synchronized (parts) {
            Written former = parts.put(key, written);
            bytes += written.content().weight()
                    - (former == null ? 0 : former.content().weight());
            Iterator<Written> oldest = parts.values().iterator();
            while (bytes > mostBytes && oldest.hasNext()) {
                bytes -= oldest.next().content().weight();
                oldest.remove();
            }
        }
    }
}
