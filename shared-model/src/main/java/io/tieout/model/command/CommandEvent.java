package io.tieout.model.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person asks for; the owning service acts, audit records.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(
            value = CommandEvent.DeadLetterRedriven.class,
            name = "dead-letter-redriven"),
    @JsonSubTypes.Type(value = CommandEvent.UnknownResolved.class, name = "unknown-resolved"),
    @JsonSubTypes.Type(value = CommandEvent.SweepRequested.class, name = "sweep-requested"),
    @JsonSubTypes.Type(
            value = CommandEvent.CorrectionRequested.class,
            name = "correction-requested"),
    @JsonSubTypes.Type(value = CommandEvent.RemapAccepted.class, name = "remap-accepted"),
    @JsonSubTypes.Type(value = MatchingCommand.MatchRulesEdited.class, name = "match-rules-edited"),
    @JsonSubTypes.Type(value = MatchingCommand.AliasConfirmed.class, name = "alias-confirmed"),
    @JsonSubTypes.Type(value = MatchingCommand.AliasRevoked.class, name = "alias-revoked"),
    @JsonSubTypes.Type(value = MatchingCommand.Unmatched.class, name = "unmatched"),
    @JsonSubTypes.Type(
            value = MatchingCommand.SeparationWithdrawn.class,
            name = "separation-withdrawn"),
    @JsonSubTypes.Type(
            value = ExceptionCommand.ExceptionAssigned.class,
            name = "exception-assigned"),
    @JsonSubTypes.Type(
            value = ExceptionCommand.ExceptionCommented.class,
            name = "exception-commented"),
    @JsonSubTypes.Type(value = ExceptionCommand.ExceptionDueSet.class, name = "exception-due-set"),
    @JsonSubTypes.Type(
            value = ExceptionCommand.ExceptionResolved.class,
            name = "exception-resolved"),
    @JsonSubTypes.Type(
            value = ExceptionCommand.ExceptionReopened.class,
            name = "exception-reopened")
})
public sealed interface CommandEvent
        permits CommandEvent.DeadLetterRedriven,
                CommandEvent.UnknownResolved,
                CommandEvent.SweepRequested,
                CommandEvent.RemapAccepted,
                CommandEvent.CorrectionRequested,
                MatchingCommand,
                ExceptionCommand {
    /// E-mail address of who asked.
    String person();

    Instant at();

    /// A dead letter was sent to `<topic>.redrive`, patched or as it was.
    record DeadLetterRedriven(
            String person,
            Instant at,
            String topic,
            String group,
            String deadLetterId,
            boolean patched)
            implements CommandEvent {}

    /// A person looked, and says whether an unknown effect happened.
    ///
    /// @param result what it brought about; absent when it did not happen
    record UnknownResolved(
            String person,
            Instant at,
            ProposalId proposalId,
            int revision,
            EffectId effectId,
            boolean happened,
            @Nullable EffectResult result)
            implements CommandEvent {}

    /// Read a sheet in full now.
    record SweepRequested(String person, Instant at, SheetId sheetId) implements CommandEvent {}

    /// Read a sheet's columns from now on as it was proposed when they changed.
    ///
    /// @param proposal the proposal that the person saw, as its finding names it
    record RemapAccepted(String person, Instant at, SheetId sheetId, String proposal)
            implements CommandEvent {}

    /// Draft the entry that brings the books in line with a sheet's line.
    ///
    /// @param lineId the line, as the variance report names it
    /// @param way how; by a journal entry when absent
    record CorrectionRequested(
            String person, Instant at, RealmId realmId, String lineId, @Nullable CorrectionWay way)
            implements CommandEvent {
        public CorrectionRequested(String person, Instant at, RealmId realmId, String lineId) {
            this(person, at, realmId, lineId, null);
        }
    }
}
