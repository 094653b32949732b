package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enter time that a vendor worked.
///
/// @param hourlyRate what it is billed at; present when billable
/// @param total hours at that rate, nothing when not billable
public record CreateTimeActivity(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId vendorId,
        LocalDate date,
        Quantity hours,
        EntityId itemId,
        @Nullable EntityId customerId,
        @Nullable EntityId classId,
        @Nullable EntityId departmentId,
        boolean billable,
        @Nullable Money hourlyRate,
        CurrencyCode currency,
        String description,
        Money total,
        String anchor)
        implements CreateDocument {
    public CreateTimeActivity {
        after = List.copyOf(after);
    }

    @Override
    public EntityType entityType() {
        return EntityType.TIME_ACTIVITY;
    }
}
