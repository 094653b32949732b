package io.tieout.model.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then random bits.
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    /// A new id whose order follows `now`, to the millisecond.
    public static UUID at(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
