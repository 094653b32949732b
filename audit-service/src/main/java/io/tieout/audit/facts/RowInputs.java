package io.tieout.audit.facts;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people wrote in a row, apart from what Tieout writes there, through the sheet's versions.
///
/// @param versions oldest first; each holds from its sheet version until the next one's
public record RowInputs(List<Version> versions) {
    private static final int KEPT_MAX = 30;

    /// @param since the sheet version at which these inputs were first seen
    /// @param hash of the input values
    public record Version(long since, String hash) {}

    public static final RowInputs NONE = new RowInputs(List.of());

    public RowInputs {
        versions = List.copyOf(versions);
    }

    /// The same history with what was seen at a later sheet version.
    public RowInputs seen(long sheetVersion, RowFields fields) {
        String hash = hash(fields);
        if (!versions.isEmpty() && versions.getLast().hash().equals(hash)) {
            return this;
        }
        List<Version> longer = new ArrayList<>(versions);
        longer.add(new Version(sheetVersion, hash));
        return new RowInputs(longer.subList(Math.max(0, longer.size() - KEPT_MAX), longer.size()));
    }

    /// Whether the inputs at that sheet version were the ones of today. A version from before the
    /// history counts as today's: what is older cannot be told, and other rules compare the values.
    public boolean unchangedSince(long sheetVersion) {
        Optional<Version> then =
                versions.reversed().stream()
                        .filter(version -> version.since() <= sheetVersion)
                        .findFirst();
        return then.isEmpty() || then.get().hash().equals(versions.getLast().hash());
    }

    private static String hash(RowFields fields) {
        return switch (fields) {
            case BillingFields billing ->
                    hash(
                            billing.status(),
                            billing.customer(),
                            billing.project(),
                            billing.service(),
                            billing.description(),
                            billing.workDate(),
                            billing.hours(),
                            billing.cost(),
                            billing.billable(),
                            billing.className(),
                            billing.departmentName());
            case CostFields cost ->
                    hash(
                            cost.vendor(),
                            cost.documentNumber(),
                            cost.description(),
                            cost.project(),
                            cost.date(),
                            cost.amount());
            case ProjectFields project ->
                    hash(
                            project.project(),
                            project.customer(),
                            project.approvedHours(),
                            project.budget(),
                            project.projectManager());
            case DocumentFields document ->
                    hash(
                            document.status(),
                            document.kind(),
                            document.vendor(),
                            document.documentNumber(),
                            document.date(),
                            document.description(),
                            document.customer(),
                            document.service(),
                            document.account(),
                            document.hours(),
                            document.amount(),
                            document.debit(),
                            document.credit(),
                            document.billable(),
                            document.className(),
                            document.departmentName());
            case TimesheetFields time ->
                    hash(
                            time.project(),
                            time.service(),
                            time.person(),
                            time.workDate(),
                            time.hours(),
                            time.description());
        };
    }

    private static String hash(@Nullable Object... values) {
        return CanonicalJson.sha256(
                Arrays.stream(values).map(value -> value == null ? "" : "=" + value).toList());
    }
}
