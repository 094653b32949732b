package io.tieout.ingest.books;

import io.tieout.model.money.CurrencyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the reading of a company's books has got.
///
/// @param loadNumber which full load it is or was
/// @param checkpoint from when on changes are asked for; absent before a load begins
record BookState(
        int loadNumber,
        boolean loading,
        @Nullable Instant checkpoint,
        @Nullable Instant slowReadAt,
        CurrencyCode homeCurrency) {}
