package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A finding; the same cause gives the same id, so that it is opened once.
public record FindingId(@JsonValue String value) {
    private static final String MAPPING_BROKEN = "mapping-broken:";
    private static final String UNREADABLE_ATTACHMENT = "unreadable-attachment:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        Identifiers.check("FindingId", value, 120);
    }

    /// Of the finding that says that a sheet does not fit its mapping.
    public static FindingId mappingBroken(SheetId sheet) {
        return new FindingId(MAPPING_BROKEN + sheet);
    }

    /// Of the finding that names what is attached to a row and cannot be read.
    public static FindingId unreadableAttachment(RowRef row) {
        return new FindingId(UNREADABLE_ATTACHMENT + row.key());
    }

    /// Of the finding that says how many ready rows of a sheet are from before its cut-over.
    public static FindingId beforeCutOver(SheetId sheet) {
        return new FindingId("before-cut-over:" + sheet);
    }

    /// The sheet that does not fit its mapping, if this is such a finding.
    public Optional<SheetId> brokenSheet() {
        return value.startsWith(MAPPING_BROKEN)
                ? Optional.of(new SheetId(value.substring(MAPPING_BROKEN.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
