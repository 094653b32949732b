package io.tieout.connectors.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a cell's history: what it held, since when, written by whom.
///
/// @param modifiedBy e-mail; absent when Smartsheet names no person
public record CellChange(
        JsonNode value,
        @Nullable String displayValue,
        Instant modifiedAt,
        @Nullable String modifiedBy,
        @Nullable String modifiedByName) {}
