package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an effect brought about, as the other side answered it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EffectResult.InvoiceCreated.class, name = "invoice-created"),
    @JsonSubTypes.Type(value = EffectResult.DocumentCreated.class, name = "document-created"),
    @JsonSubTypes.Type(value = EffectResult.InvoiceVoided.class, name = "invoice-voided"),
    @JsonSubTypes.Type(value = EffectResult.LineRecategorised.class, name = "line-recategorised"),
    @JsonSubTypes.Type(value = EffectResult.RowsUpdated.class, name = "rows-updated"),
    @JsonSubTypes.Type(value = EffectResult.RowsAdded.class, name = "rows-added"),
    @JsonSubTypes.Type(value = EffectResult.CommentAdded.class, name = "comment-added"),
    @JsonSubTypes.Type(value = EffectResult.MailSent.class, name = "mail-sent")
})
public sealed interface EffectResult {
    /// A document that was posted, of whatever type.
    sealed interface Posted extends EffectResult {
        EntityId documentId();

        @Nullable String number();

        LocalDate date();

        /// Its total in QuickBooks.
        Money total();
    }

    /// The invoice as QuickBooks has it; its total and tax are the truth.
    record InvoiceCreated(
            EntityId invoiceId,
            @Nullable String number,
            LocalDate date,
            Money total,
            @Nullable Money tax,
            long syncToken)
            implements Posted {
        @Override
        public EntityId documentId() {
            return invoiceId;
        }
    }

    /// A document other than an invoice as QuickBooks has it.
    record DocumentCreated(
            EntityType entityType,
            EntityId documentId,
            @Nullable String number,
            LocalDate date,
            Money total,
            long syncToken)
            implements Posted {}

    /// The invoice is void.
    record InvoiceVoided(EntityId invoiceId, long syncToken) implements EffectResult {}

    /// The line is booked to another account now.
    record LineRecategorised(EntityType entityType, EntityId documentId, int line, long syncToken)
            implements EffectResult {}

    /// The sheet's version after the write; our own echo is recognised by it.
    record RowsUpdated(SheetId sheetId, long sheetVersion) implements EffectResult {}

    /// The rows that were added, by their external ids, and the sheet's version after that.
    record RowsAdded(SheetId sheetId, long sheetVersion, List<AddedRow> rows)
            implements EffectResult {
        public RowsAdded {
            rows = List.copyOf(rows);
        }
    }

    /// A row that was added.
    record AddedRow(String externalId, RowId rowId) {}

    /// The comment's id.
    record CommentAdded(String commentId) implements EffectResult {}

    /// The Message-ID that the mail went out with.
    record MailSent(String messageId) implements EffectResult {}
}
