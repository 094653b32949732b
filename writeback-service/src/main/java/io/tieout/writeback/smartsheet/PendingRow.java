package io.tieout.writeback.smartsheet;

import io.tieout.model.effect.UpdateRows.RowUpdate;
import io.tieout.writeback.effect.ReleasedEffect;

/// A row of an effect that is still to be written.
record PendingRow(ReleasedEffect effect, String part, RowUpdate row) {}
