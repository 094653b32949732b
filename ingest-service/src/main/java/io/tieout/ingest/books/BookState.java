package io.tieout.ingest.books;

import io.tieout.model.money.CurrencyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the reading of a company's books has got.
///
/// @param loadNumber which full read it is or was: a first load or a sweep
/// @param checkpoint from when on changes are asked for; absent before a load begins
/// @param sweptAt when everything was read last
/// @param sweepWanted mark of the latest wish for a sweep; `sweepDone` of the latest granted
record BookState(
        int loadNumber,
        boolean loading,
        @Nullable Instant checkpoint,
        @Nullable Instant slowReadAt,
        @Nullable Instant sweptAt,
        long sweepWanted,
        long sweepDone,
        CurrencyCode homeCurrency) {
    boolean sweepIsWanted() {
        return sweepWanted > sweepDone;
    }
}
