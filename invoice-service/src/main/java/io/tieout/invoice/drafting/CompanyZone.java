package io.tieout.invoice.drafting;

import io.tieout.model.quickbooks.Entity;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where the company's days begin.
public final class CompanyZone {
    private CompanyZone() {}

    /// @param otherwise for books that name no zone, or none that is known
    public static ZoneId of(Entity.@Nullable Company company, ZoneId otherwise) {
        String name = company == null ? null : company.timeZone();
        try {
            return name == null ? otherwise : ZoneId.of(name);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
