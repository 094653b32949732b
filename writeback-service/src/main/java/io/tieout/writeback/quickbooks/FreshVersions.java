package io.tieout.writeback.quickbooks;

import io.tieout.writeback.effect.ReleasedEffect;

/// Remembers the version at which an object was read again, for the next call about it.
interface FreshVersions {
    void read(ReleasedEffect effect, long syncToken);
}
