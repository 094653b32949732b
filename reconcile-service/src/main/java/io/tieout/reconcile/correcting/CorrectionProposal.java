package io.tieout.reconcile.correcting;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.TextPart;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.standing.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A correction as a draft that waits for approval: the entry, and a comment on the row that says
/// so once it is posted. Who asked for it prepared it, and cannot approve it. Pure.
final class CorrectionProposal {
    private static final EffectId POST = new EffectId("e1");
    private static final EffectId SAY = new EffectId("e2");
    private static final int SHORT = 6;

    private CorrectionProposal() {}

    static ProposalId idOf(RealmId realm, String line, int number) {
        String name = String.join(":", "correction", realm.value(), line, Integer.toString(number));
        return new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// @param number which correction of the row it is
    /// @param sheetVersion the row's, when it was read
    /// @param corrects with which line of the books it counts
    static ProposalMade of(
            RealmId realm,
            RowRef row,
            long sheetVersion,
            int number,
            ReportItem item,
            Entry entry,
            EntityId debit,
            EntityId credit,
            Evidence.Corrects corrects,
            String person) {
        String line = item.sheet().getFirst().lineId();
        ProposalId id = idOf(realm, line, number);
        CreateJournalEntry posting =
                new CreateJournalEntry(
                        POST,
                        List.of(),
                        realm,
                        entry.date(),
                        entry.amount().currency(),
                        null,
                        List.of(
                                line(1, PostingLine.Side.DEBIT, debit, entry),
                                line(2, PostingLine.Side.CREDIT, credit, entry)),
                        entry.amount(),
                        "tieout:" + id);
        AddComment comment =
                new AddComment(
                        SAY,
                        List.of(POST),
                        row,
                        List.of(
                                TextPart.words(
                                        "%s: %s from %s to %s, journal entry "
                                                .formatted(
                                                        entry.description(),
                                                        entry.amount().readable(),
                                                        entry.credit(),
                                                        entry.debit())),
                                new TextPart.ResultOf(POST, ResultField.INVOICE_ID),
                                TextPart.words(" in QuickBooks.")));
        return new ProposalMade(
                id,
                1,
                realm,
                ProposalKind.CORRECTION,
                "CE-" + id.toString().substring(0, SHORT),
                "%s: debit %s, credit %s, %s on %s"
                        .formatted(
                                entry.description(),
                                entry.debit(),
                                entry.credit(),
                                entry.amount().readable(),
                                entry.date()),
                person,
                item.books().getFirst().party(),
                entry.amount(),
                List.of(row),
                List.of(posting, comment),
                evidence(row, sheetVersion, number, item, corrects));
    }

    /// The document's own line, in its own period. What the books say of the row then shows by
    /// itself.
    static ProposalMade of(RealmId realm, int number, Draft.Recategorising draft, String person) {
        ProposalId id = idOf(realm, draft.item().sheet().getFirst().lineId(), number);
        return new ProposalMade(
                id,
                1,
                realm,
                ProposalKind.CORRECTION,
                "CE-" + id.toString().substring(0, SHORT),
                "Recategorise " + draft.words(),
                person,
                draft.item().books().getFirst().party(),
                draft.amount(),
                List.of(draft.row()),
                List.of(
                        new RecategoriseLine(
                                POST,
                                List.of(),
                                realm,
                                draft.document().type(),
                                draft.document().id(),
                                draft.date(),
                                draft.line(),
                                draft.amount(),
                                draft.from(),
                                draft.to())),
                evidence(draft.row(), draft.sheetVersion(), number, draft.item(), null));
    }

    private static PostingLine line(
            int number, PostingLine.Side side, EntityId account, Entry entry) {
        return new PostingLine(
                number, side, account, entry.description(), entry.amount(), null, null);
    }

    private static Evidence evidence(
            RowRef row,
            long sheetVersion,
            int number,
            ReportItem item,
            Evidence.@Nullable Corrects corrects) {
        return new Evidence(
                List.of(new Evidence.RowCitation(row, number, sheetVersion)),
                List.of(),
                blankless(item.sheet().getFirst().project()),
                null,
                null,
                "template",
                null,
                item.books().stream().map(line -> citation(row, line)).toList(),
                corrects);
    }

    /// `books:Bill:145`, and what it said.
    private static Evidence.DocumentCitation citation(RowRef row, Standing line) {
        Standing.DocumentRef document = line.document();
        return new Evidence.DocumentCitation(
                row,
                document == null
                        ? "books:" + line.lineId()
                        : "books:%s:%s".formatted(document.type().wireName(), document.id()),
                "%s %s, %s, %s %s"
                        .formatted(
                                line.party(),
                                line.reference(),
                                line.day(),
                                line.currency(),
                                line.amount().toPlainString()),
                CanonicalJson.sha256(
                        (line.lineId() + line.amount().toPlainString() + line.account())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String blankless(String project) {
        return project.isBlank() ? null : project;
    }
}
