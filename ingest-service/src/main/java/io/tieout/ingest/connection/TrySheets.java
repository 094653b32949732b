package io.tieout.ingest.connection;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.connection.SheetsTrial.Attempt;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tries once each thing that Tieout does with a Smartsheet account and that leaves no trace there:
/// at most three calls. Writing would leave one.
@ApplicationScoped
class TrySheets {
    private final Smartsheet smartsheet;
    private final Mappings mappings;

    TrySheets(Smartsheet smartsheet, Mappings mappings) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
    }

    /// @param asked the scopes that were asked for
    SheetsTrial handle(String asked) {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(
                attempt(
                        SheetsTrial.WHO,
                        "read who signed in",
                        () -> String.valueOf(smartsheet.currentUser().email())));
        attempts.add(
                attempt(
                        SheetsTrial.WEBHOOKS,
                        "list the webhooks",
                        () -> smartsheet.webhooks().size() + " webhooks"));
        Optional<SheetMapping> sheet =
                mappings.all().stream()
                        .min(Comparator.comparing(mapping -> mapping.sheetId().value()));
        sheet.ifPresent(mapping ->
                attempts.add(
                        attempt(
                                SheetsTrial.READING,
                                "read “%s”".formatted(mapping.name()),
                                () -> "version " + smartsheet.sheetVersion(mapping.sheetId()))));
        return SheetsTrial.of(asked, attempts);
    }

    private static Attempt attempt(String scope, String what, Supplier<String> call) {
        try {
            return new Attempt(scope, what, call.get(), null);
        } catch (VendorException e) {
            return new Attempt(scope, what, null, e.fault());
        }
    }
}
