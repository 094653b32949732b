package io.tieout.ingest.hydration;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.ingest.IngestConfig;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Finds out what to read of a sheet next.
@ApplicationScoped
class PlanReading {
    private final Sheets sheets;
    private final DueRows dueRows;
    private final RowShadows shadows;
    private final ConnectorsConfig vendors;
    private final IngestConfig config;

    PlanReading(
            Sheets sheets,
            DueRows dueRows,
            RowShadows shadows,
            ConnectorsConfig vendors,
            IngestConfig config) {
        this.sheets = sheets;
        this.dueRows = dueRows;
        this.shadows = shadows;
        this.vendors = vendors;
        this.config = config;
    }

    @Transactional
    ReadPlan next(SheetId sheet) {
        return sheets.find(sheet)
                .map(state ->
                        ReadPlan.of(
                                state,
                                dueRows.oldest(sheet, config.hydration().rowsMax()),
                                config.hydration().rowsMax(),
                                config.hydration().sweepOverlap(),
                                state.isSweepWanted() && isOneCall(sheet)))
                .orElseGet(ReadPlan.Nothing::new);
    }

    private boolean isOneCall(SheetId sheet) {
        return shadows.countPresent(sheet) < vendors.smartsheet().pageSize();
    }
}
