package io.tieout.ingest.mapping;

import io.tieout.ingest.finding.Findings;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells people that a sheet does not fit its mapping, what to do, and when it is well again.
@ApplicationScoped
class MappingFindings {
    private static final int TEXT_LENGTH_MAX = 2_000;

    private final Findings findings;

    MappingFindings(Findings findings) {
        this.findings = findings;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void broken(
            SheetMapping mapping,
            List<MappingFault> faults,
            Optional<Remap> remap,
            CorrelationId correlation) {
        open(
                mapping,
                "Sheet \"%s\" does not fit its mapping".formatted(mapping.name()),
                join(faults.stream().map(MappingFault::detail).toList()),
                join(faults.stream().map(MappingFault::remedy).toList())
                        + remap.map(MappingFindings::proposed).orElse("")
                        + " Nothing of this sheet is processed or written until then; it goes on by"
                        + " itself afterwards.",
                correlation);
    }

    /// The sheet is gone, or not shared with Tieout any more.
    @Transactional(Transactional.TxType.MANDATORY)
    void outOfReach(SheetMapping mapping, String answer, CorrelationId correlation) {
        open(
                mapping,
                "Sheet \"%s\" cannot be read".formatted(mapping.name()),
                "Smartsheet answered: " + answer,
                "Restore the sheet, or share it with Tieout's Smartsheet account as editor. It goes"
                        + " on by itself afterwards.",
                correlation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void fits(SheetMapping mapping, CorrelationId correlation) {
        resolve(mapping, "The sheet fits its mapping again.", correlation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void letGo(SheetMapping mapping, CorrelationId correlation) {
        resolve(mapping, "The sheet lies in its workspace no more, and was let go.", correlation);
    }

    private void resolve(SheetMapping mapping, String resolution, CorrelationId correlation) {
        findings.resolve(
                id(mapping.sheetId()),
                mapping.realm(),
                FindingKind.MAPPING_BROKEN,
                resolution,
                correlation);
    }

    private void open(
            SheetMapping mapping,
            String title,
            String detail,
            String remedy,
            CorrelationId correlation) {
        findings.open(
                id(mapping.sheetId()),
                mapping.realm(),
                FindingKind.MAPPING_BROKEN,
                List.of(),
                null,
                new Findings.Text(title, detail, remedy),
                correlation);
    }

    private static FindingId id(SheetId sheet) {
        return FindingId.mappingBroken(sheet);
    }

    private static String proposed(Remap remap) {
        return " Or accept proposal %s: %s".formatted(remap.name(), join(remap.reasons()));
    }

    private static String join(List<String> sentences) {
        String text = sentences.stream().distinct().collect(Collectors.joining(" "));
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
    }
}
