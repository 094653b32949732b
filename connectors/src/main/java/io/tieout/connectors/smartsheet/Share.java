package io.tieout.connectors.smartsheet;

import org.jspecify.annotations.Nullable;

/// Somebody's access to a sheet.
///
/// @param type `USER` or `GROUP`
public record Share(
        String id,
        String type,
        @Nullable String userId,
        @Nullable String groupId,
        @Nullable String email,
        @Nullable String name,
        String accessLevel) {}
