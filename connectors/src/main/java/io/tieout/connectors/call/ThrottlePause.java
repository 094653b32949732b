package io.tieout.connectors.call;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// How long to leave a vendor alone after a 429: both advise 60 s and neither promises Retry-After.
public final class ThrottlePause {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

    private ThrottlePause() {}

    public static Instant until(VendorAnswer answer, Instant now, Duration standard) {
        String retryAfter = answer.retryAfter();
        if (retryAfter != null && SECONDS.matcher(retryAfter).matches()) {
            return now.plusSeconds(Math.max(1, Integer.parseInt(retryAfter)));
        }
        return now.plus(standard);
    }
}
