package io.tieout.reconcile.telling;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Services;
import io.tieout.reconcile.desk.ReviewDesk.TaskSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Proposals that tell something and move nothing. Pure.
final class Tellings {
    /// Begins the references of proposals about tasks.
    static final String TASKS = "FR-";

    private static final EffectId ONLY = new EffectId("e1");
    private static final int SHORT = 8;

    private Tellings() {}

    /// The comments of a row are revisions of one proposal, the same after any loss of memory.
    static ProposalMade comment(
            RealmId realm, RowRef row, int revision, Discrepancy about, String text) {
        return notice(
                named("comment:" + realm + ":" + row.key()),
                revision,
                realm,
                "VC-" + row.rowId(),
                "Tell %s: %s".formatted(about.names().words(row.key()), Said.title(about)),
                List.of(row),
                about.project(),
                new AddComment(ONLY, List.of(), row, List.of(TextPart.words(text))));
    }

    static ProposalMade add(
            ProposalId id, RealmId realm, TaskSheet sheet, List<AddRows.NewRow> rows) {
        return notice(
                id,
                1,
                realm,
                TASKS + id.toString().substring(id.toString().length() - SHORT),
                "Add %d to the Finance Review sheet".formatted(rows.size()),
                List.of(),
                null,
                new AddRows(ONLY, List.of(), sheet.sheetId(), sheet.externalIdColumn(), rows));
    }

    static ProposalMade update(
            ProposalId id, RealmId realm, TaskSheet sheet, List<UpdateRows.RowUpdate> rows) {
        return notice(
                id,
                1,
                realm,
                TASKS + id.toString().substring(id.toString().length() - SHORT),
                "Bring %d of the Finance Review sheet up to date".formatted(rows.size()),
                List.of(),
                null,
                new UpdateRows(ONLY, List.of(), sheet.sheetId(), rows));
    }

    static ProposalMade mail(
            ProposalId id,
            ProposalKind kind,
            RealmId realm,
            String project,
            String to,
            String subject,
            String body) {
        return new ProposalMade(
                id,
                1,
                realm,
                kind,
                "FA-" + id.toString().substring(id.toString().length() - SHORT),
                "Tell %s: %s".formatted(to, subject),
                Services.RECONCILE,
                null,
                null,
                List.of(),
                List.of(
                        new SendMail(
                                ONLY,
                                List.of(),
                                to,
                                List.of(TextPart.words(subject)),
                                List.of(TextPart.words(body)))),
                evidence(project));
    }

    static ProposalId named(String name) {
        return new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProposalMade notice(
            ProposalId id,
            int revision,
            RealmId realm,
            String reference,
            String summary,
            List<RowRef> rows,
            @Nullable String project,
            Effect effect) {
        return new ProposalMade(
                id,
                revision,
                realm,
                ProposalKind.NOTICE,
                reference,
                summary,
                Services.RECONCILE,
                null,
                null,
                rows,
                List.of(effect),
                evidence(project));
    }

    private static Evidence evidence(@Nullable String project) {
        return new Evidence(
                List.of(),
                List.of(),
                project == null || project.isEmpty() ? null : project,
                null,
                null,
                "template");
    }
}
