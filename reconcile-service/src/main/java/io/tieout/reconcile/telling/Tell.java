package io.tieout.reconcile.telling;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.Uuid7;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesk.TaskSheet;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.reporting.ReportLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Proposes what is to be told and remembers it, in one transaction.
@ApplicationScoped
class Tell {
    private static final int ROWS_PER_EFFECT_MAX = 100;

    private final Told told;
    private final Outbox outbox;
    private final Events events;
    private final Lanes lanes;
    private final ReportLinks links;
    private final Clock clock;

    Tell(Told told, Outbox outbox, Events events, Lanes lanes, ReportLinks links, Clock clock) {
        this.told = told;
        this.outbox = outbox;
        this.events = events;
        this.lanes = lanes;
        this.links = links;
        this.clock = clock;
    }

    @Transactional
    void store(Lane lane, RealmId realm, ReviewDesk desk, Telling.Plan plan) {
        lanes.confirm(lane);
        for (Telling.Comment comment : plan.comments()) {
            Discrepancy about = comment.about();
            int revision = told.comment(realm, comment.row(), about.category());
            propose(
                    Tellings.comment(
                            realm,
                            comment.row(),
                            revision,
                            about,
                            Said.comment(about, links.of(realm, about.project()))));
        }
        plan.silenced().forEach(row -> told.silence(realm, row));
        Map<String, Task> after = new HashMap<>();
        TaskSheet sheet = desk.sheet();
        if (sheet != null) {
            add(realm, sheet, plan.added(), after);
            update(realm, sheet, plan, after);
        }
        mail(realm, desk, plan, after);
        resolve(plan, after);
        after.values().forEach(task -> told.store(realm, task));
    }

    private void add(
            RealmId realm,
            TaskSheet sheet,
            List<Telling.TaskChange> added,
            Map<String, Task> after) {
        for (int from = 0; from < added.size(); from += ROWS_PER_EFFECT_MAX) {
            ProposalId id = newProposal();
            List<AddRows.NewRow> rows = new ArrayList<>();
            for (Telling.TaskChange one :
                    added.subList(from, Math.min(added.size(), from + ROWS_PER_EFFECT_MAX))) {
                List<CellWrite> cells = cells(realm, sheet, one.about());
                String line = one.about().lineId();
                rows.add(new AddRows.NewRow(TaskCells.externalId(realm, line), cells));
                after.put(
                        line,
                        new Task(line, true, null, id, WireJson.text(cells), one.task().mailed()));
            }
            propose(Tellings.add(id, realm, sheet, rows));
        }
    }

    /// Rows that already show what they shall are left as they are.
    private void update(
            RealmId realm, TaskSheet sheet, Telling.Plan plan, Map<String, Task> after) {
        List<UpdateRows.RowUpdate> rows = new ArrayList<>();
        for (Telling.TaskChange one : plan.changed()) {
            show(rows, after, one.task(), true, cells(realm, sheet, one.about()));
        }
        for (Task task : plan.resolved()) {
            show(rows, after, task, false, TaskCells.resolved(sheet));
        }
        for (int from = 0; from < rows.size(); from += ROWS_PER_EFFECT_MAX) {
            propose(
                    Tellings.update(
                            newProposal(),
                            realm,
                            sheet,
                            rows.subList(from, Math.min(rows.size(), from + ROWS_PER_EFFECT_MAX))));
        }
    }

    private static void show(
            List<UpdateRows.RowUpdate> rows,
            Map<String, Task> after,
            Task task,
            boolean open,
            List<CellWrite> cells) {
        RowId row = task.rowId();
        String text = WireJson.text(cells);
        if (row != null && !(text.equals(task.cells()) && open == task.open())) {
            rows.add(new UpdateRows.RowUpdate(row, cells));
            after.put(
                    task.lineId(),
                    new Task(task.lineId(), open, row, task.adding(), text, task.mailed()));
        }
    }

    /// One mail per project and accountant, however much is new.
    private void mail(RealmId realm, ReviewDesk desk, Telling.Plan plan, Map<String, Task> after) {
        Map<String, List<Discrepancy>> byProject = new LinkedHashMap<>();
        for (Discrepancy one : plan.mailed()) {
            byProject.computeIfAbsent(one.project(), _ -> new ArrayList<>()).add(one);
        }
        byProject.forEach((project, items) -> {
            for (String to : desk.accountantsOf(project)) {
                propose(
                        Tellings.mail(
                                newProposal(),
                                ProposalKind.NOTICE,
                                realm,
                                project,
                                to,
                                Said.mailSubject(project, items),
                                Said.mailBody(items, links.of(realm, project))));
            }
        });
        for (Discrepancy one : plan.mailed()) {
            after.compute(
                    one.lineId(),
                    (line, task) ->
                            mailed(task == null ? plan.taskOf(line) : task, one.category()));
        }
    }

    private static Task mailed(Task task, Category category) {
        return new Task(task.lineId(), true, task.rowId(), task.adding(), task.cells(), category);
    }

    /// Should it come back, it is told again.
    private static void resolve(Telling.Plan plan, Map<String, Task> after) {
        for (Task task : plan.resolved()) {
            after.compute(
                    task.lineId(),
                    (line, changed) ->
                            new Task(
                                    line,
                                    false,
                                    task.rowId(),
                                    task.adding(),
                                    changed == null ? task.cells() : changed.cells(),
                                    null));
        }
    }

    private List<CellWrite> cells(RealmId realm, TaskSheet sheet, Discrepancy about) {
        return TaskCells.open(sheet, about, links.of(realm, about.project()));
    }

    private ProposalId newProposal() {
        return new ProposalId(Uuid7.at(clock.instant()));
    }

    private void propose(ProposalMade proposal) {
        outbox.append(
                Topics.PROPOSALS,
                proposal.proposalId().toString(),
                events.started(
                        Connections.quickbooks(proposal.realmId()),
                        SourceRevision.NONE,
                        events.newCorrelation(),
                        proposal));
    }
}
