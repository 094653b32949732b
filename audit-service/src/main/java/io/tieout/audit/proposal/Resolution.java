package io.tieout.audit.proposal;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.EffectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Replaces every reference to an earlier effect's result by that result.
public final class Resolution {
    private Resolution() {}

    /// The effects whose results this one takes.
    static Set<EffectId> sources(Effect effect) {
        return switch (effect) {
            case CreateInvoice _, CreateDocument _, VoidInvoice _, RecategoriseLine _, AddRows _ ->
                    Set.of();
            case UpdateRows update ->
                    update.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .map(CellWrite::content)
                            .filter(CellWrite.ResultOf.class::isInstance)
                            .map(content -> ((CellWrite.ResultOf) content).effectId())
                            .collect(Collectors.toSet());
            case AddComment comment -> sources(comment.text().stream());
            case SendMail mail ->
                    sources(Stream.concat(mail.subject().stream(), mail.body().stream()));
        };
    }

    private static Set<EffectId> sources(Stream<TextPart> text) {
        return text.filter(TextPart.ResultOf.class::isInstance)
                .map(part -> ((TextPart.ResultOf) part).effectId())
                .collect(Collectors.toSet());
    }

    /// The effect in the form in which it is released.
    public static Effect resolve(Life life, Effect effect) {
        return switch (effect) {
            case CreateInvoice invoice -> invoice;
            case CreateDocument document -> document;
            case VoidInvoice voiding -> voiding;
            case RecategoriseLine recategorising -> recategorising;
            case AddRows adding -> adding;
            case UpdateRows update ->
                    new UpdateRows(
                            update.effectId(),
                            update.after(),
                            update.sheetId(),
                            update.rows().stream().map(row -> row(life, row)).toList());
            case AddComment comment ->
                    new AddComment(
                            comment.effectId(),
                            comment.after(),
                            comment.row(),
                            text(life, comment.text()));
            case SendMail mail ->
                    new SendMail(
                            mail.effectId(),
                            mail.after(),
                            mail.to(),
                            text(life, mail.subject()),
                            text(life, mail.body()));
        };
    }

    private static UpdateRows.RowUpdate row(Life life, UpdateRows.RowUpdate row) {
        return new UpdateRows.RowUpdate(
                row.rowId(), row.cells().stream().map(cell -> cell(life, cell)).toList());
    }

    private static CellWrite cell(Life life, CellWrite cell) {
        return cell.content() instanceof CellWrite.ResultOf(EffectId source, ResultField field)
                ? new CellWrite(cell.part(), cell.columnId(), content(life, source, field))
                : cell;
    }

    private static CellWrite.Content content(Life life, EffectId source, ResultField field) {
        EffectResult.Posted created = created(life, source);
        return switch (field) {
            case INVOICE_ID -> new CellWrite.Text(created.documentId().value());
            case INVOICE_NUMBER ->
                    created.number() == null
                            ? new CellWrite.Cleared()
                            : new CellWrite.Text(created.number());
            case INVOICE_DATE -> new CellWrite.Day(created.date());
            case INVOICE_TOTAL -> new CellWrite.Figure(created.total().amount());
        };
    }

    /// Resolved text is one piece of words.
    private static List<TextPart> text(Life life, List<TextPart> parts) {
        List<String> words = new ArrayList<>();
        for (TextPart part : parts) {
            words.add(
                    switch (part) {
                        case TextPart.Words(String text) -> text;
                        case TextPart.ResultOf(EffectId source, ResultField field) ->
                                words(created(life, source), field);
                    });
        }
        return List.of(TextPart.words(String.join("", words)));
    }

    private static String words(EffectResult.Posted created, ResultField field) {
        return switch (field) {
            case INVOICE_ID -> created.documentId().value();
            case INVOICE_NUMBER -> Objects.requireNonNullElse(created.number(), "without number");
            case INVOICE_DATE -> created.date().toString();
            case INVOICE_TOTAL -> created.total().readable();
        };
    }

    private static EffectResult.Posted created(Life life, EffectId source) {
        if (life.state(source).result() instanceof EffectResult.Posted created) {
            return created;
        }
        throw new IllegalStateException("Effect %s posted nothing".formatted(source));
    }
}
