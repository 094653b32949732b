package io.tieout.connectors.quota;

import java.time.Instant;

/// Whether a call may be made now.
public sealed interface QuotaAnswer {
    /// Yes: make the call, then close.
    non-sealed interface Granted extends QuotaAnswer, AutoCloseable {
        @Override
        void close();
    }

    /// Not before `until`; `bucket` says what is used up.
    record Wait(Instant until, String bucket) implements QuotaAnswer {}
}
