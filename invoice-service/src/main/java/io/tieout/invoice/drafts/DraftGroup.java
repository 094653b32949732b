package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.books.Books;
import io.tieout.invoice.documents.DocumentDraft;
import io.tieout.invoice.documents.DocumentDrafter;
import io.tieout.invoice.documents.DocumentOutcome;
import io.tieout.invoice.drafting.DraftOutcome;
import io.tieout.invoice.drafting.Drafter;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.findings.Findings;
import io.tieout.invoice.proposing.DraftBasis;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at a group of rows: settles what audit said about its drafts, then drafts what can be
/// billed now. One transaction.
@ApplicationScoped
class DraftGroup {
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private final Groups groups;
    private final Drafts drafts;
    private final Settlement settlement;
    private final Books books;
    private final GatherFacts gatherFacts;
    private final Prepare prepare;
    private final SendDraft sendDraft;
    private final Findings findings;
    private final Lanes lanes;
    private final Clock clock;
    private final MeterRegistry registry;

    DraftGroup(
            Groups groups,
            Drafts drafts,
            Settlement settlement,
            Books books,
            GatherFacts gatherFacts,
            Prepare prepare,
            SendDraft sendDraft,
            Findings findings,
            Lanes lanes,
            Clock clock,
            MeterRegistry registry) {
        this.groups = groups;
        this.drafts = drafts;
        this.settlement = settlement;
        this.books = books;
        this.gatherFacts = gatherFacts;
        this.prepare = prepare;
        this.sendDraft = sendDraft;
        this.findings = findings;
        this.lanes = lanes;
        this.clock = clock;
        this.registry = registry;
    }

    /// An open draft and audit's word on it.
    private record Open(Draft draft, Fate.Open word) {}

    @Transactional
    LaneResult handle(Lane lane) {
        Optional<StoredGroup> group = groups.find(lane.key());
        LaneResult result = group.isEmpty() ? LaneResult.idle() : work(lane.key(), group.get());
        lanes.confirm(lane);
        return result;
    }

    private LaneResult work(String key, StoredGroup group) {
        Open open = settle(key, group);
        if (clock.instant().isBefore(group.quietUntil())) {
            return LaneResult.again(group.quietUntil());
        }
        if (!books.loaded(group.group().realmId())) {
            return awaits(key, EnumSet.of(Need.BOOKS)) ? secondLook() : LaneResult.idle();
        }
        List<Refusal> refusals =
                switch (group.group()) {
                    case RowGroup rows -> invoice(key, group, rows, open);
                    case DocumentGroup rows -> document(group, rows, open);
                };
        if (tell(key, group, refusals, open != null && open.word().blocked())) {
            return secondLook();
        }
        if (open != null && open.word() instanceof Fate.Outdated(Instant since)) {
            return LaneResult.again(since.plus(Settlement.NEWS_WAIT));
        }
        return gatherFacts
                .nextMilestone(group.group())
                .map(LaneResult::again)
                .orElseGet(LaneResult::idle);
    }

    private List<Refusal> invoice(
            String key, StoredGroup group, RowGroup rows, @Nullable Open open) {
        DraftOutcome outcome =
                Drafter.draft(gatherFacts.of(rows, open == null ? null : open.draft()));
        switch (outcome) {
            case DraftOutcome.Drafted(InvoiceDraft made, var _) ->
                    act(group, open, DraftBasis.of(made), () -> prepare.invoice(key, made));
            case DraftOutcome.Nothing nothing -> {
                act(group, open, null, Optional::empty);
                count(nothing.refusals());
            }
        }
        return outcome.refusals();
    }

    private List<Refusal> document(StoredGroup group, DocumentGroup rows, @Nullable Open open) {
        DocumentOutcome outcome =
                DocumentDrafter.draft(gatherFacts.of(rows, open == null ? null : open.draft()));
        switch (outcome) {
            case DocumentOutcome.Drafted(DocumentDraft made) ->
                    act(group, open, made.basis(), () -> Optional.of(Prepare.document(made)));
            case DocumentOutcome.Nothing nothing -> {
                act(group, open, null, Optional::empty);
                count(nothing.refusals());
            }
        }
        return outcome.refusals();
    }

    private @Nullable Open settle(String key, StoredGroup group) {
        Open open = null;
        for (Draft draft : drafts.live(key)) {
            Fate.Open word = settlement.settle(draft, group);
            if (word != null) {
                open = new Open(draft, word);
            }
        }
        return open;
    }

    private void act(
            StoredGroup group,
            @Nullable Open open,
            @Nullable String basis,
            Supplier<Optional<Outgoing>> prepared) {
        Draft draft = open == null ? null : open.draft();
        switch (DraftLife.next(draft, open == null ? null : open.word(), basis)) {
            case BEGIN, REVISE ->
                    prepared.get().ifPresent(made -> sendDraft.send(draft, group, made));
            case WITHDRAW -> sendDraft.withdraw(Objects.requireNonNull(draft), group);
            case RENEW -> {
                settlement.renew(Objects.requireNonNull(draft), group);
                prepared.get().ifPresent(made -> sendDraft.send(null, group, made));
            }
            case KEEP, WAIT, NOTHING -> {
                // a state or a row will wake the lane again
            }
        }
    }

    private boolean tell(String key, StoredGroup group, List<Refusal> refusals, boolean blocked) {
        findings.report("group:" + key, group.group().realmId(), refusals, group.cause());
        Set<Need> needs = blocked ? EnumSet.allOf(Need.class) : EnumSet.noneOf(Need.class);
        for (Refusal refusal : refusals) {
            if (refusal.need() != null) {
                needs.add(refusal.need());
            }
        }
        return awaits(key, needs);
    }

    /// Whether a second look is due: what arrived while we looked saw nobody waiting for it, and is
    /// found once the need is noted.
    private boolean awaits(String key, Set<Need> needs) {
        boolean noted = groups.setNeeds(key, needs);
        return noted && !needs.isEmpty();
    }

    private LaneResult secondLook() {
        return LaneResult.again(clock.instant().plus(SECOND_LOOK));
    }

    private void count(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            registry.counter("drafts", "outcome", "refused").increment();
        }
    }
}
