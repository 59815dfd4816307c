package dev.newswire.platform.event;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers of events: UUID version 7 (RFC 9562 §5.7), which begin with the time, so that they sort by it. */
final class EventId {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventId() {}

    /** A new one. Its 74 random bits need to differ within one millisecond only, not to be hard to guess. */
    static UUID at(Instant time) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = time.toEpochMilli() << 16 | VERSION | random.nextLong() >>> 52;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
