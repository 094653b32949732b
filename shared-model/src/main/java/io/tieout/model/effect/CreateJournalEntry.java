package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enter a journal entry: debits equal credits.
///
/// @param number the entry's own number, when the company numbers them itself
/// @param total sum of the debits
public record CreateJournalEntry(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        LocalDate date,
        CurrencyCode currency,
        @Nullable String number,
        List<PostingLine> lines,
        Money total,
        String anchor)
        implements CreateDocument {
    public CreateJournalEntry {
        after = List.copyOf(after);
        lines = List.copyOf(lines);
    }

    @Override
    public EntityType entityType() {
        return EntityType.JOURNAL_ENTRY;
    }
}
