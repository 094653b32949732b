package io.tieout.reconcile.aliases;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.MatchingCommand.AliasConfirmed;
import io.tieout.model.command.MatchingCommand.AliasRevoked;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.aliases.Alias.Decision;
import io.tieout.reconcile.aliases.Alias.Deed;
import io.tieout.reconcile.aliases.Alias.State;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.facts.Vendors;
import io.tieout.reconcile.facts.Vendors.Vendor;
import io.tieout.reconcile.refusal.Refusal;
import io.tieout.reconcile.refusal.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Learns what people say of names, and forgets it when they say so.
@ApplicationScoped
public class LearnAlias {
    private static final int MATTER_LENGTH = 16;

    private final Inbox inbox;
    private final Aliases aliases;
    private final Vendors vendors;
    private final Refusals refusals;
    private final ComparisonDue comparison;
    private final MeterRegistry meters;

    LearnAlias(
            Inbox inbox,
            Aliases aliases,
            Vendors vendors,
            Refusals refusals,
            ComparisonDue comparison,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.aliases = aliases;
        this.vendors = vendors;
        this.refusals = refusals;
        this.comparison = comparison;
        this.meters = meters;
    }

    @Transactional
    public void confirm(EventEnvelope<?> event, AliasConfirmed said) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        RealmId realm = said.realmId();
        AliasAnswer answer =
                AliasAnswer.of(
                        said.name(),
                        said.vendor(),
                        vendors.of(realm),
                        aliases.learned(realm, AliasAnswer.key(said.name())));
        switch (answer) {
            case AliasAnswer.Learned(Vendor vendor) -> {
                aliases.put(realm, said.name(), vendor, State.LEARNED, "", said.at());
                remember(event, said, vendor, Deed.CONFIRMED, "");
                settle(event, said);
                comparison.inFull(realm);
            }
            case AliasAnswer.Confirmed(Vendor vendor) -> {
                remember(event, said, vendor, Deed.CONFIRMED, "");
                settle(event, said);
            }
            case AliasAnswer.Contradicts(Vendor vendor, Refusal refusal) -> {
                aliases.put(
                        realm, said.name(), vendor, State.CONTRADICTING, refusal.why(), said.at());
                remember(event, said, vendor, Deed.CONTRADICTED, refusal.why());
                refuse(event, said, FindingKind.CONTRADICTING_ALIAS, refusal);
            }
            case AliasAnswer.Refused(Refusal refusal) ->
                    refuse(event, said, FindingKind.COMMAND_REFUSED, refusal);
        }
        meters.counter("alias_answers", "outcome", answer.getClass().getSimpleName()).increment();
    }

    @Transactional
    public void revoke(EventEnvelope<?> event, AliasRevoked said) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        RealmId realm = said.realmId();
        String nameKey = AliasAnswer.key(said.name());
        String vendorKey = AliasAnswer.key(said.vendor());
        Optional<State> known = aliases.state(realm, nameKey, vendorKey);
        if (known.isEmpty() || known.get() == State.REVOKED) {
            return;
        }
        aliases.revoke(realm, nameKey, vendorKey, said.reason(), said.at());
        aliases.decided(
                realm,
                nameKey,
                vendorKey,
                event.eventId(),
                new Decision(said.person(), said.at(), Deed.REVOKED, null, null, said.reason()));
        refusals.settle(
                event, realm, matter(said.name()), "%s revoked an answer".formatted(said.person()));
        if (known.get() == State.LEARNED) {
            comparison.inFull(realm);
        }
    }

    private void remember(
            EventEnvelope<?> event, AliasConfirmed said, Vendor vendor, Deed deed, String reason) {
        aliases.decided(
                said.realmId(),
                AliasAnswer.key(said.name()),
                AliasAnswer.key(vendor.name()),
                event.eventId(),
                new Decision(
                        said.person(),
                        said.at(),
                        deed,
                        said.findingId() == null ? null : said.findingId().value(),
                        said.row() == null ? null : said.row().key(),
                        reason));
    }

    private void refuse(
            EventEnvelope<?> event, AliasConfirmed said, FindingKind kind, Refusal refusal) {
        refusals.open(
                event,
                said.realmId(),
                matter(said.name()),
                kind,
                "The answer of %s about \"%.60s\" is not learned"
                        .formatted(said.person(), said.name()),
                refusal);
    }

    private void settle(EventEnvelope<?> event, AliasConfirmed said) {
        refusals.settle(
                event,
                said.realmId(),
                matter(said.name()),
                "%s confirmed %s".formatted(said.person(), said.vendor()));
    }

    /// Names are long and of any letters; findings are named shortly.
    private static FindingId matter(String name) {
        String hash = CanonicalJson.sha256(AliasAnswer.key(name).getBytes(StandardCharsets.UTF_8));
        return new FindingId("alias-answer:" + hash.substring(0, MATTER_LENGTH));
    }
}
