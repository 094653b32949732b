package io.tieout.audit.record;

/// One record in its chain: where it stands, what stands before it, and its own hash.
///
/// @param previousHash the hash of the record before it; zeros for the first
public record ChainRecord(long sequence, String previousHash, String hash, Entry entry) {
    /// Where the chain ends with this record as its last.
    ChainEnd end() {
        return new ChainEnd(entry.chain(), sequence, hash);
    }
}
