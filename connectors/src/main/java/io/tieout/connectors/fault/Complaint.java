package io.tieout.connectors.fault;

import io.tieout.model.id.ConnectionId;
import java.time.Instant;

/// What a vendor holds against a connection, until a call succeeds again.
///
/// @param code stable, such as `quickbooks-6190`
/// @param since when it was first said without a success in between
public record Complaint(ConnectionId connection, String code, String words, Instant since) {}
