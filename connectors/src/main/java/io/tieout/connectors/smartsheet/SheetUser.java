package io.tieout.connectors.smartsheet;

import org.jspecify.annotations.Nullable;

/// A Smartsheet user. Callbacks name users by id, rows by e-mail; this joins the two.
///
/// @param status such as `ACTIVE` or `DEACTIVATED`; only administrators see it
public record SheetUser(
        String id, @Nullable String email, @Nullable String name, @Nullable String status) {}
