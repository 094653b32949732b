package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.Names;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.CostFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines that are booked anew: the line is what it is said to be, and goes to the account that the
/// cited row names.
final class RecategorisationRules {
    static final List<Rule<ProposalCase>> ALL =
            List.of(
                    new Rule<>("recategorised-line-is-there", RecategorisationRules::line),
                    new Rule<>("recategorised-to-the-rows-account", RecategorisationRules::account),
                    new Rule<>("recategorised-in-an-open-period", RecategorisationRules::period));

    private static final Set<EntityType> SPENT =
            Set.of(EntityType.BILL, EntityType.PURCHASE, EntityType.VENDOR_CREDIT);

    private RecategorisationRules() {}

    private static void line(ProposalCase it, List<String> objections) {
        for (RecategoriseLine effect : effects(it)) {
            Entity.Line line =
                    found(it, effect).flatMap(document -> at(document, effect)).orElse(null);
            if (!SPENT.contains(effect.entityType())
                    || !effect.realmId().equals(it.proposal().realmId())) {
                objections.add("It is no document of what was spent in these books.");
            } else if (line == null) {
                objections.add("The document has no line %d.".formatted(effect.line()));
            } else if (!line.amount().equals(effect.amount())
                    || !effect.fromAccountId().equals(line.accountId())) {
                objections.add(
                        "Line %d is %s of account %s."
                                .formatted(
                                        effect.line(), line.amount().readable(), line.accountId()));
            }
            if (!effect.amount().equals(it.proposal().total())) {
                objections.add("The proposal's total is not the line's.");
            }
        }
    }

    private static void account(ProposalCase it, List<String> objections) {
        for (RecategoriseLine effect : effects(it)) {
            EntityId account = effect.toAccountId();
            Optional<Entity.Account> known =
                    it.facts()
                            .named(EntityType.ACCOUNT, account)
                            .filter(KnownEntity::usable)
                            .map(found -> (Entity.Account) found.observed().entity());
            Set<String> pilot = it.facts().pilot().accounts();
            if (known.isEmpty()) {
                objections.add("Account %s is not in use.".formatted(account));
            } else if (!pilot.isEmpty() && !pilot.contains(account.value())) {
                objections.add("Account %s is not part of the pilot.".formatted(account));
            } else if (rows(it).noneMatch(named -> isNamed(known.get(), named))) {
                objections.add("No cited row names account %s.".formatted(known.get().name()));
            }
        }
    }

    private static void period(ProposalCase it, List<String> objections) {
        LocalDate closed =
                it.facts().preferences().map(Entity.Preferences::bookCloseDate).orElse(null);
        for (RecategoriseLine effect : effects(it)) {
            if (found(it, effect)
                    .filter(document -> document.date().equals(effect.date()))
                    .isEmpty()) {
                objections.add("The document is not dated %s.".formatted(effect.date()));
            }
            if (closed != null && !effect.date().isAfter(closed)) {
                objections.add("The books are closed until %s.".formatted(closed));
            }
        }
    }

    private static List<RecategoriseLine> effects(ProposalCase it) {
        return it.proposal().effects().stream()
                .filter(RecategoriseLine.class::isInstance)
                .map(RecategoriseLine.class::cast)
                .toList();
    }

    private static Optional<Entity.Transaction> found(ProposalCase it, RecategoriseLine effect) {
        return it.facts().documents().stream()
                .filter(known -> !known.gone())
                .filter(known -> known.observed().entityType() == effect.entityType())
                .filter(known -> known.observed().id().equals(effect.documentId()))
                .flatMap(known ->
                        known.observed().entity() instanceof Entity.Transaction document
                                ? Stream.of(document)
                                : Stream.empty())
                .findFirst();
    }

    private static Optional<Entity.Line> at(Entity.Transaction document, RecategoriseLine effect) {
        return effect.line() <= document.lines().size()
                ? Optional.of(document.lines().get(effect.line() - 1))
                : Optional.empty();
    }

    private static Stream<String> rows(ProposalCase it) {
        return it.proposal().evidence().rows().stream()
                .flatMap(citation -> it.row(citation.row()).stream())
                .map(KnownRow::row)
                .flatMap(row ->
                        row.fields() instanceof CostFields cells
                                ? Stream.ofNullable(cells.account())
                                : Stream.empty());
    }

    private static boolean isNamed(Entity.Account account, @Nullable String cell) {
        return cell != null
                && (Names.same(account.name(), cell)
                        || (account.number() != null && account.number().equals(cell.strip())));
    }
}
