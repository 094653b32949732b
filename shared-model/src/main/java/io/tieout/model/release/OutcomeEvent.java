package io.tieout.model.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import java.time.Instant;

/// What came of one released effect.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OutcomeEvent.EffectDone.class, name = "effect-done"),
    @JsonSubTypes.Type(value = OutcomeEvent.EffectFailed.class, name = "effect-failed"),
    @JsonSubTypes.Type(value = OutcomeEvent.EffectRefused.class, name = "effect-refused"),
    @JsonSubTypes.Type(value = OutcomeEvent.EffectUnknown.class, name = "effect-unknown")
})
public sealed interface OutcomeEvent {
    RealmId realmId();

    ProposalId proposalId();

    int revision();

    EffectId effectId();

    /// It happened, exactly once.
    record EffectDone(
            RealmId realmId,
            ProposalId proposalId,
            int revision,
            EffectId effectId,
            EffectResult result,
            Instant at)
            implements OutcomeEvent {}

    /// The other side refused it for good; nothing changed there.
    record EffectFailed(
            RealmId realmId,
            ProposalId proposalId,
            int revision,
            EffectId effectId,
            String errorCode,
            String message,
            Instant at)
            implements OutcomeEvent {}

    /// It had no effect for a reason that its proposer can mend: bad or late receipt, row changed,
    /// period closed, reference stale.
    record EffectRefused(
            RealmId realmId,
            ProposalId proposalId,
            int revision,
            EffectId effectId,
            Reason reason,
            String message,
            Instant at)
            implements OutcomeEvent {
        /// Why it was not tried.
        public enum Reason {
            BAD_RECEIPT,
            EXPIRED,
            ROW_CHANGED,
            PERIOD_CLOSED,
            CHANGED_IN_QUICKBOOKS,
            SUPERSEDED,
            /// What it refers to was made inactive, or is gone.
            REFERENCE_STALE
        }
    }

    /// It may have happened, and looking did not tell: a person decides.
    record EffectUnknown(
            RealmId realmId,
            ProposalId proposalId,
            int revision,
            EffectId effectId,
            String message,
            Instant at)
            implements OutcomeEvent {}
}
