package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;

/// Post a document other than an invoice.
public sealed interface CreateDocument extends Effect
        permits CreateBill, CreateJournalEntry, CreatePurchaseOrder, CreateTimeActivity {
    RealmId realmId();

    LocalDate date();

    /// What it moves: the sum of its lines, one side of a journal entry, nothing for time.
    Money total();

    /// Unique text by which it is found again after an ambiguous failure.
    String anchor();

    @JsonIgnore
    EntityType entityType();

    @Override
    default String target() {
        return "realm:" + realmId();
    }

    @Override
    default boolean advisory() {
        return false;
    }
}
