package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.books.Books;
import io.tieout.invoice.drafting.DraftOutcome;
import io.tieout.invoice.drafting.Drafter;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.findings.Findings;
import io.tieout.invoice.narrative.Narrator;
import io.tieout.invoice.proposing.DraftBasis;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Narrator narrator;
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
            Narrator narrator,
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
        this.narrator = narrator;
        this.sendDraft = sendDraft;
        this.findings = findings;
        this.lanes = lanes;
        this.clock = clock;
        this.registry = registry;
    }

    /// An open draft and audit's word on it.
    private record Open(Draft draft, Fate.Undecided word) {}

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
            return awaiting(key, EnumSet.of(Need.BOOKS));
        }
        Draft draft = open == null ? null : open.draft();
        DraftOutcome outcome = Drafter.draft(gatherFacts.of(group.group(), draft));
        switch (outcome) {
            case DraftOutcome.Drafted(InvoiceDraft invoice, var _) ->
                    act(key, group, open, invoice);
            case DraftOutcome.Nothing _ -> act(key, group, open, null);
        }
        return tell(key, group, outcome, open != null && open.word().blocked());
    }

    /// What arrived while we looked saw nobody waiting for it: a second look, once the need is
    /// noted, finds it.
    private LaneResult awaiting(String key, Set<Need> needs) {
        boolean noted = groups.setNeeds(key, needs);
        return noted && !needs.isEmpty()
                ? LaneResult.again(clock.instant().plus(SECOND_LOOK))
                : LaneResult.idle();
    }

    private @Nullable Open settle(String key, StoredGroup group) {
        Open open = null;
        for (Draft draft : drafts.live(key)) {
            Fate.Undecided word = settlement.settle(draft, group);
            if (word != null) {
                open = new Open(draft, word);
            }
        }
        return open;
    }

    private void act(
            String key, StoredGroup group, @Nullable Open open, @Nullable InvoiceDraft invoice) {
        Draft draft = open == null ? null : open.draft();
        String basis = invoice == null ? null : DraftBasis.of(invoice);
        switch (DraftLife.next(draft, open == null ? null : open.word(), basis)) {
            case BEGIN, REVISE -> {
                InvoiceDraft made = Objects.requireNonNull(invoice);
                narrator.words(key, made)
                        .ifPresent(words -> sendDraft.send(draft, group, made, words));
            }
            case WITHDRAW -> sendDraft.withdraw(Objects.requireNonNull(draft), group);
            case KEEP, WAIT, NOTHING -> {
                // a state or a row will wake the lane again
            }
        }
    }

    private LaneResult tell(String key, StoredGroup group, DraftOutcome outcome, boolean blocked) {
        findings.report("group:" + key, group.group().realmId(), outcome.refusals(), group.cause());
        Set<Need> needs = blocked ? EnumSet.allOf(Need.class) : EnumSet.noneOf(Need.class);
        for (Refusal refusal : outcome.refusals()) {
            if (refusal.need() != null) {
                needs.add(refusal.need());
            }
        }
        if (outcome instanceof DraftOutcome.Nothing && !outcome.refusals().isEmpty()) {
            registry.counter("drafts", "outcome", "refused").increment();
        }
        return awaiting(key, needs);
    }
}
