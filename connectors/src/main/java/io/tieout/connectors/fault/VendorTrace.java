package io.tieout.connectors.fault;

import io.tieout.connectors.Vendor;
import org.jspecify.annotations.Nullable;

/// Where a fault came from, and what the vendor's support will ask for.
///
/// @param httpStatus 0 when there was no answer
/// @param code the vendor's own error code without leading zeros, or a word of ours such as
///   `timeout`
/// @param reference `refId` (Smartsheet) or `intuit_tid` (QuickBooks)
public record VendorTrace(
        Vendor vendor,
        String operation,
        int httpStatus,
        String code,
        @Nullable String reference,
        String message,
        @Nullable String detail) {}
