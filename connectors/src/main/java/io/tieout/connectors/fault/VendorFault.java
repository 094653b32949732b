package io.tieout.connectors.fault;

import java.time.Instant;

/// What kind of failure a vendor call met, and so what may be done about it. The catalogue of codes
/// is in the vendors' fault readers.
public sealed interface VendorFault {
    VendorTrace trace();

    /// Stable and lower case, such as `quickbooks-6070`: metric label and dead-letter header.
    default String errorCode() {
        return trace().vendor().label() + "-" + trace().code();
    }

    /// No quota: not before `until`. With `byVendor` false no call was made.
    record Throttled(Instant until, boolean byVendor, VendorTrace trace) implements VendorFault {}

    /// The token is not accepted and cannot be renewed: a person must connect again.
    record Unauthorized(VendorTrace trace) implements VendorFault {}

    /// Worth repeating later. With `ambiguous` the write may have taken effect: look before
    /// repeating.
    record Transient(boolean ambiguous, VendorTrace trace) implements VendorFault {}

    /// The SyncToken is not the current one (QuickBooks 5010): read again, then decide again.
    record StaleObject(VendorTrace trace) implements VendorFault {}

    /// Absent, or not visible to us, or a reference to something inactive. One answer is not proof
    /// that it was deleted.
    record NotFound(VendorTrace trace) implements VendorFault {}

    /// The vendor will not do this however often it is asked.
    record Refused(Cause cause, VendorTrace trace) implements VendorFault {
        /// Who can remedy it: whoever wrote the data, or whoever administers the account.
        public enum Cause {
            DATA,
            PERMISSION
        }
    }
}
