package io.tieout.twin.quickbooks.report;

import java.math.BigDecimal;

/// What a line adds to an account of the profit and loss, in the home currency.
///
/// @param account its id
/// @param customer whom the line is for, or empty
record Posting(Section section, String account, String customer, BigDecimal amount) {}
