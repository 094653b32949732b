package io.tieout.audit.record;

/// The last record of a chain; sequence 0 and zeros while it is empty.
public record ChainEnd(String chain, long sequence, String hash) {
    static ChainEnd empty(String chain) {
        return new ChainEnd(chain, 0, Chain.GENESIS);
    }
}
