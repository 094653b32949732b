package io.tieout.invoice.drafting;

import io.tieout.model.quickbooks.Entity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether books are kept in the USA, where tax is of a whole document. Elsewhere each line has a
/// tax code of its own.
public final class UnitedStates {
    private static final Set<String> NAMES = Set.of("US", "USA");

    private UnitedStates() {}

    /// Books whose company is not known yet count as American.
    public static boolean are(Entity.@Nullable Company company) {
        return company == null || NAMES.contains(company.country());
    }
}
