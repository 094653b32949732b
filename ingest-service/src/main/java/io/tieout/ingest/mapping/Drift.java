package io.tieout.ingest.mapping;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Keeps what is proposed for sheets whose columns changed, tells people, and takes their answer.
@ApplicationScoped
public class Drift {
    private static final Logger LOG = Logger.getLogger(Drift.class);

    private final Remaps remaps;
    private final Mappings mappings;
    private final MappingFindings findings;
    private final Clock clock;

    Drift(Remaps remaps, Mappings mappings, MappingFindings findings, Clock clock) {
        this.remaps = remaps;
        this.mappings = mappings;
        this.findings = findings;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void found(
            SheetMapping mapping,
            List<MappingFault> faults,
            Optional<Remap> remap,
            CorrelationId correlation) {
        remap.ifPresentOrElse(
                proposal -> remaps.put(mapping.sheetId(), proposal, clock.instant()),
                () -> remaps.remove(mapping.sheetId()));
        findings.broken(mapping, faults, remap, correlation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void mended(SheetMapping mapping, CorrelationId correlation) {
        remaps.remove(mapping.sheetId());
        findings.fits(mapping, correlation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void outOfReach(SheetMapping mapping, String answer, CorrelationId correlation) {
        // It may have been let go while it was asked for.
        if (mappings.find(mapping.sheetId()).isPresent()) {
            findings.outOfReach(mapping, answer, correlation);
        }
    }

    /// The sheet is Tieout's business no more, whatever its columns are.
    @Transactional(Transactional.TxType.MANDATORY)
    public void letGo(SheetMapping mapping, CorrelationId correlation) {
        remaps.remove(mapping.sheetId());
        findings.letGo(mapping, correlation);
    }

    /// Reads the sheet as proposed, if that is still what is proposed; the sheets that are read in
    /// another way now.
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<SheetId> accept(SheetId sheet, String proposal, String person) {
        Optional<Remap> remap = remaps.find(sheet, proposal);
        if (remap.isEmpty()) {
            LOG.infof(
                    "A remap that is not proposed any more was accepted: sheet=%s proposal=%s person=%s",
                    sheet, proposal, person);
            return Set.of();
        }
        remaps.remove(sheet);
        mappings.remap(sheet, remap.get().columns());
        LOG.infof("Remap accepted: sheet=%s proposal=%s person=%s", sheet, proposal, person);
        return Set.of(sheet);
    }
}
