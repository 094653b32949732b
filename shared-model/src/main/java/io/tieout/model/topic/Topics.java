package io.tieout.model.topic;

import static io.tieout.model.topic.Services.AUDIT;
import static io.tieout.model.topic.Services.CONSOLE;
import static io.tieout.model.topic.Services.INGEST;
import static io.tieout.model.topic.Services.INVOICE;
import static io.tieout.model.topic.Services.RECONCILE;
import static io.tieout.model.topic.Services.WRITEBACK;

import io.tieout.model.command.CommandEvent;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.smartsheet.CallbackReceived;
import io.tieout.model.smartsheet.RowEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every topic, declared once. Topics, Kafka ACLs and `docs/topics.md` are made from this.
public final class Topics {
    /// The same for every topic: enough to scale by, few enough to stay small.
    public static final int PARTITIONS = 6;

    private static final Duration DAYS_30 = Duration.ofDays(30);
    private static final Duration YEARS_10 = Duration.ofDays(3_653);
    private static final @Nullable Duration NEVER_EXPIRES = null;

    public static final Topic<CallbackReceived> SMARTSHEET_CALLBACKS =
            topic(
                    "smartsheet.callbacks.v1",
                    CallbackReceived.class,
                    "sheet",
                    DAYS_30,
                    Set.of(INGEST),
                    Set.of(INGEST, AUDIT),
                    "a verified callback, raw");

    public static final Topic<NotificationReceived> QUICKBOOKS_NOTIFICATIONS =
            topic(
                    "quickbooks.notifications.v1",
                    NotificationReceived.class,
                    "realm",
                    DAYS_30,
                    Set.of(INGEST),
                    Set.of(INGEST, AUDIT),
                    "a verified notification, raw");

    public static final Topic<RowEvent> SMARTSHEET_ROWS =
            topic(
                    "smartsheet.rows.v1",
                    RowEvent.class,
                    "sheet + row",
                    NEVER_EXPIRES,
                    Set.of(INGEST),
                    Set.of(RECONCILE, INVOICE, CONSOLE, AUDIT),
                    "a row as it is now, typed by the sheet's role, with what is wrong with its cells; or gone");

    public static final Topic<EntityEvent> QUICKBOOKS_ENTITIES =
            topic(
                    "quickbooks.entities.v1",
                    EntityEvent.class,
                    "realm + type + id",
                    NEVER_EXPIRES,
                    Set.of(INGEST),
                    Set.of(RECONCILE, INVOICE, CONSOLE, AUDIT),
                    "an entity as it is now; or deleted, voided or merged; or that a first load is complete; or the books' own profit and loss by project");

    public static final Topic<FindingEvent> FINDINGS =
            topic(
                    "finance.findings.v1",
                    FindingEvent.class,
                    "realm + finding",
                    NEVER_EXPIRES,
                    Set.of(INGEST, RECONCILE, INVOICE, AUDIT, WRITEBACK),
                    Set.of(CONSOLE, AUDIT, WRITEBACK),
                    "exception, match, discrepancy or alert: open or resolved");

    public static final Topic<ProposalEvent> PROPOSALS =
            topic(
                    "finance.proposals.v1",
                    ProposalEvent.class,
                    "proposal",
                    DAYS_30,
                    Set.of(INVOICE, RECONCILE, INGEST),
                    Set.of(AUDIT),
                    "effects somebody wants, with evidence, at a revision; or wants no longer");

    public static final Topic<DecisionMade> DECISIONS =
            topic(
                    "finance.decisions.v1",
                    DecisionMade.class,
                    "proposal",
                    DAYS_30,
                    Set.of(CONSOLE, INGEST),
                    Set.of(AUDIT),
                    "approved or rejected: revision, payload hash, by whom, through what; signed by the channel");

    public static final Topic<ProposalState> PROPOSAL_STATES =
            topic(
                    "finance.proposal-states.v1",
                    ProposalState.class,
                    "proposal",
                    NEVER_EXPIRES,
                    Set.of(AUDIT),
                    Set.of(CONSOLE, INVOICE, RECONCILE, INGEST, AUDIT),
                    "revision, hash, review results, approvals needed and given, state of each effect");

    public static final Topic<EffectReleased> RELEASES =
            topic(
                    "finance.releases.v1",
                    EffectReleased.class,
                    "target: sheet, realm or mailbox",
                    DAYS_30,
                    Set.of(AUDIT),
                    Set.of(WRITEBACK, AUDIT),
                    "one effect that may happen now, resolved, with its signed receipt");

    public static final Topic<OutcomeEvent> OUTCOMES =
            topic(
                    "finance.outcomes.v1",
                    OutcomeEvent.class,
                    "proposal",
                    DAYS_30,
                    Set.of(WRITEBACK),
                    Set.of(AUDIT),
                    "proposal, revision, effect: done with what, refused, failed, unknown");

    public static final Topic<CommandEvent> COMMANDS =
            topic(
                    "finance.commands.v1",
                    CommandEvent.class,
                    "what it is for",
                    YEARS_10,
                    Set.of(CONSOLE),
                    Set.of(INGEST, RECONCILE, INVOICE, WRITEBACK, CONSOLE, AUDIT),
                    "redrive, sweep, resolve, match rules, alias, unmatch, assign, accept...");

    /// All of them, in the order of the flow.
    public static final List<Topic<?>> ALL =
            List.of(
                    SMARTSHEET_CALLBACKS,
                    QUICKBOOKS_NOTIFICATIONS,
                    SMARTSHEET_ROWS,
                    QUICKBOOKS_ENTITIES,
                    FINDINGS,
                    PROPOSALS,
                    DECISIONS,
                    PROPOSAL_STATES,
                    RELEASES,
                    OUTCOMES,
                    COMMANDS);

    private Topics() {}

    private static <T> Topic<T> topic(
            String name,
            Class<T> payloadType,
            String keyMeaning,
            @Nullable Duration retention,
            Set<String> writers,
            Set<String> readers,
            String says) {
        return new Topic<>(
                name, payloadType, keyMeaning, PARTITIONS, retention, writers, readers, says);
    }
}
