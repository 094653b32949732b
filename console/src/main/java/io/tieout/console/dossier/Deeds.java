package io.tieout.console.dossier;

import io.tieout.console.frame.Badge;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says in words what each effect does, and how far it got.
final class Deeds {
    private Deeds() {}

    static List<ProposalView.Deed> of(ProposalState state, Instant now) {
        Map<String, EffectState> states =
                state.effects().stream()
                        .collect(
                                Collectors.toMap(
                                        effect -> effect.effectId().value(),
                                        Function.identity(),
                                        (_, later) -> later));
        return state.proposal().effects().stream()
                .map(effect -> deed(effect, states.get(effect.effectId().value()), now))
                .toList();
    }

    private static ProposalView.Deed deed(Effect effect, @Nullable EffectState state, Instant now) {
        return new ProposalView.Deed(
                effect.effectId().value(),
                words(effect),
                Stream.concat(details(effect).stream(), record(state)).toList(),
                state == null ? Badge.quiet("not recorded yet") : badge(state.status()),
                state == null ? "" : outcome(state),
                state == null ? new When("", "", "") : When.ago(state.changedAt(), now));
    }

    /// What only those who look closely want to know.
    private static Stream<String> record(@Nullable EffectState state) {
        return state != null && state.result() instanceof EffectResult.RowsUpdated updated
                ? Stream.of("The sheet is at version " + updated.sheetVersion() + " since")
                : Stream.empty();
    }

    static Badge badge(EffectState.Status status) {
        return switch (status) {
            case DONE -> Badge.good("done");
            case RELEASED -> Badge.busy("released");
            case RECORDED -> Badge.quiet("recorded");
            case AWAITING_APPROVAL -> Badge.waiting("awaits approval");
            case BLOCKED, FAILED, UNKNOWN, EXPIRED -> Badge.bad(Words.lower(status));
            case REJECTED, REVERSED -> Badge.quiet(Words.lower(status));
        };
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case CreateInvoice invoice ->
                    "Post an invoice over %s in QuickBooks, unsent"
                            .formatted(invoice.estimatedTotal().readable());
            case CreateBill bill ->
                    "Enter a bill over %s in QuickBooks".formatted(bill.total().readable());
            case CreateJournalEntry entry ->
                    "Enter a journal entry over %s in QuickBooks"
                            .formatted(entry.total().readable());
            case CreatePurchaseOrder order ->
                    "Enter a purchase order over %s in QuickBooks"
                            .formatted(order.total().readable());
            case CreateTimeActivity time -> "Enter %s hours in QuickBooks".formatted(time.hours());
            case VoidInvoice invoice ->
                    "Void invoice %s in QuickBooks".formatted(invoice.invoiceId());
            case RecategoriseLine recategorising ->
                    "Book line %d of %s %s to another account"
                            .formatted(
                                    recategorising.line(),
                                    recategorising.entityType().wireName(),
                                    recategorising.documentId());
            case UpdateRows update ->
                    "Update %s in the sheet".formatted(Words.count(update.rows().size(), "row"));
            case AddRows adding ->
                    "Add %s to the sheet".formatted(Words.count(adding.rows().size(), "row"));
            case AddComment _ -> "Comment on a row";
            case SendMail mail -> "Send a mail to " + mail.to();
        };
    }

    private static List<String> details(Effect effect) {
        return switch (effect) {
            case CreateInvoice invoice -> List.of("Date " + invoice.invoiceDate());
            case CreateBill bill ->
                    Stream.concat(
                                    Stream.of("Date " + bill.date()),
                                    bill.lines().stream().map(Deeds::line))
                            .toList();
            case CreatePurchaseOrder order ->
                    Stream.concat(
                                    Stream.of("Date " + order.date()),
                                    order.lines().stream().map(Deeds::line))
                            .toList();
            case CreateJournalEntry entry ->
                    Stream.concat(
                                    Stream.of("Date " + entry.date()),
                                    entry.lines().stream().map(Deeds::line))
                            .toList();
            case CreateTimeActivity time ->
                    List.of(
                            "Date " + time.date(),
                            time.description(),
                            time.billable() ? "billable" : "not billable");
            case VoidInvoice _ -> List.of("It stays in the books with a total of zero");
            case RecategoriseLine recategorising ->
                    List.of(
                            "Date " + recategorising.date(),
                            "%s from account %s to account %s"
                                    .formatted(
                                            recategorising.amount().readable(),
                                            recategorising.fromAccountId(),
                                            recategorising.toAccountId()));
            case UpdateRows update ->
                    update.rows().stream()
                            .limit(1)
                            .flatMap(row -> row.cells().stream())
                            .map(Deeds::cell)
                            .toList();
            case AddRows adding ->
                    adding.rows().stream()
                            .limit(1)
                            .flatMap(row -> row.cells().stream())
                            .map(Deeds::cell)
                            .toList();
            case AddComment comment -> List.of(text(comment.text()));
            case SendMail mail -> List.of(text(mail.subject()), text(mail.body()));
        };
    }

    private static String line(SpendLine line) {
        return "%s, %s".formatted(line.description(), line.amount().readable());
    }

    private static String line(PostingLine line) {
        return "%s account %s: %s, %s"
                .formatted(
                        line.side() == PostingLine.Side.DEBIT ? "Debit" : "Credit",
                        line.accountId(),
                        line.description(),
                        line.amount().readable());
    }

    private static String cell(CellWrite cell) {
        String part = Words.upper(cell.part());
        return switch (cell.content()) {
            case CellWrite.Text(String value) ->
                    value.isEmpty() ? part + ": empty" : part + ": " + value;
            case CellWrite.Figure(java.math.BigDecimal value) ->
                    part + ": " + value.toPlainString();
            case CellWrite.Day(java.time.LocalDate value) -> part + ": " + value;
            case CellWrite.Cleared() -> part + ": cleared";
            case CellWrite.ResultOf(_, ResultField field) -> part + ": the " + Words.lower(field);
        };
    }

    private static String text(List<TextPart> parts) {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case TextPart.Words(String text) -> text;
                            case TextPart.ResultOf(_, ResultField field) ->
                                    "[" + Words.lower(field) + "]";
                        })
                .collect(Collectors.joining());
    }

    private static String outcome(EffectState state) {
        EffectResult result = state.result();
        if (result == null) {
            return state.message() == null ? "" : state.message();
        }
        return switch (result) {
            case EffectResult.InvoiceCreated created ->
                    "Invoice %s (id %s), %s"
                            .formatted(
                                    created.number() == null
                                            ? "without a number"
                                            : created.number(),
                                    created.invoiceId(),
                                    created.total().readable());
            case EffectResult.DocumentCreated created ->
                    "%s %s (id %s), %s"
                            .formatted(
                                    created.entityType().wireName(),
                                    created.number() == null
                                            ? "without a number"
                                            : created.number(),
                                    created.documentId(),
                                    created.total().readable());
            case EffectResult.InvoiceVoided voided -> "Invoice " + voided.invoiceId() + " is void";
            case EffectResult.LineRecategorised done ->
                    "Line %d of %s %s is booked to the other account"
                            .formatted(
                                    done.line(), done.entityType().wireName(), done.documentId());
            case EffectResult.RowsUpdated _ -> "";
            case EffectResult.RowsAdded added -> Words.count(added.rows().size(), "row") + " added";
            case EffectResult.CommentAdded _ -> "Comment added";
            case EffectResult.MailSent _ -> "Mail sent";
        };
    }
}
