package io.tieout.connectors.quickbooks;

/// What is done about a fault of QuickBooks.
public enum FaultAction {
    /// Renew the access token once and repeat; then a person must connect again.
    RENEW_TOKEN,
    /// Nothing goes to this company until a person has restored access or paid.
    STOP_COMPANY,
    /// Wait as long as the vendor asks.
    WAIT,
    /// Nothing happened: repeat in minutes.
    LATER,
    /// It may have happened: repeat with the same request id, look before anything else.
    LOOK_AND_REPEAT,
    /// Repeat; should it fail again, it is parked.
    REPEAT_ONCE,
    /// Read the object again and apply the change to what it is now.
    READ_AGAIN,
    /// What the request refers to is gone or inactive: resolve the reference again.
    RESOLVE_AGAIN,
    /// Look for a document with this number or name; if it is ours, it is the result.
    LOOK_FOR_OURS,
    /// Send it in smaller parts.
    SPLIT,
    /// Ask for smaller pages.
    PAGE,
    /// Load everything again.
    RELOAD,
    /// Parked: the period is closed.
    PERIOD_CLOSED,
    /// Parked: a person decides or changes something in QuickBooks.
    ASK_PERSON,
    /// Raised: the request is wrong, and repeating it would be wrong as well.
    CORRECT_REQUEST
}
