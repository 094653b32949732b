package io.tieout.connectors.smartsheet;

import org.jspecify.annotations.Nullable;

/// Somebody's access to a sheet.
///
/// @param type `USER` or `GROUP`
/// @param scope `ITEM` or `WORKSPACE`; absent where the vendor does not say
public record Share(
        String id,
        String type,
        @Nullable String userId,
        @Nullable String groupId,
        @Nullable String email,
        @Nullable String name,
        String accessLevel,
        @Nullable String scope) {}
