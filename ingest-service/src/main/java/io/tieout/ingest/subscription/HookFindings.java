package io.tieout.ingest.subscription;

import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.finding.Findings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Events;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Tells people that a sheet's webhook is down, what to do, and when it is up again.
@ApplicationScoped
public class HookFindings {
    private final Findings findings;
    private final Events events;
    private final IngestConfig config;

    HookFindings(Findings findings, Events events, IngestConfig config) {
        this.findings = findings;
        this.events = events;
        this.config = config;
    }

    /// @param said status and details in Smartsheet's words
    @Transactional(Transactional.TxType.MANDATORY)
    void down(SheetMapping mapping, HookTrouble trouble, String said) {
        findings.open(
                id(mapping),
                mapping.realm(),
                FindingKind.WEBHOOK_DOWN,
                List.of(),
                null,
                new Findings.Text(
                        "Smartsheet does not tell of changes in \"%s\"".formatted(mapping.name()),
                        "%s Smartsheet says: %s".formatted(trouble.what(), said),
                        "%s Until then Tieout looks for changes itself, every %d s; nothing is lost."
                                .formatted(
                                        trouble.remedy(config.callback().url()),
                                        config.hydration().sweepInterval().toSeconds())),
                events.newCorrelation());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void up(SheetMapping mapping) {
        resolve(
                mapping,
                "The webhook is alive again, and the sheet was looked through for what it missed.");
    }

    /// The sheet needs no webhook any more.
    @Transactional(Transactional.TxType.MANDATORY)
    public void letGo(SheetMapping mapping) {
        resolve(mapping, "The sheet lies in its workspace no more, and was let go.");
    }

    private void resolve(SheetMapping mapping, String resolution) {
        findings.resolve(
                id(mapping),
                mapping.realm(),
                FindingKind.WEBHOOK_DOWN,
                resolution,
                events.newCorrelation());
    }

    private static FindingId id(SheetMapping mapping) {
        return new FindingId("webhook-down:" + mapping.sheetId());
    }
}
