package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.EffectId;
import java.util.List;

/// One change in the outside world. Before its release every reference to an earlier effect's
/// result is replaced by that result.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CreateInvoice.class, name = "create-invoice"),
    @JsonSubTypes.Type(value = CreateBill.class, name = "create-bill"),
    @JsonSubTypes.Type(value = CreateJournalEntry.class, name = "create-journal-entry"),
    @JsonSubTypes.Type(value = CreatePurchaseOrder.class, name = "create-purchase-order"),
    @JsonSubTypes.Type(value = CreateTimeActivity.class, name = "create-time-activity"),
    @JsonSubTypes.Type(value = VoidInvoice.class, name = "void-invoice"),
    @JsonSubTypes.Type(value = RecategoriseLine.class, name = "recategorise-line"),
    @JsonSubTypes.Type(value = UpdateRows.class, name = "update-rows"),
    @JsonSubTypes.Type(value = AddRows.class, name = "add-rows"),
    @JsonSubTypes.Type(value = AddComment.class, name = "add-comment"),
    @JsonSubTypes.Type(value = SendMail.class, name = "send-mail")
})
public sealed interface Effect
        permits CreateInvoice,
                CreateDocument,
                VoidInvoice,
                RecategoriseLine,
                UpdateRows,
                AddRows,
                AddComment,
                SendMail {
    EffectId effectId();

    /// Effects of the same proposal that must have ended before this one may be released.
    List<EffectId> after();

    /// Sheet, realm or mailbox: the Kafka key of the release, and the lane that carries it out.
    /// Such as `sheet:41`, `realm:9130`, `mailbox:pm@harbor.example`.
    @JsonIgnore
    String target();

    /// Status, notes, comments and messages: recorded and gated like all, but needing no person
    /// from phase 2 on.
    @JsonIgnore
    boolean advisory();
}
