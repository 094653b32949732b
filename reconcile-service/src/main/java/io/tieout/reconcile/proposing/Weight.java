package io.tieout.reconcile.proposing;

import io.tieout.model.finding.Severity;
import io.tieout.model.money.Money;
import io.tieout.reconcile.desk.Gravity;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much a finding weighs, so that the worst comes first and amounts can be added up. Pure.
///
/// @param stake absent where nothing is at stake, and for hours
record Weight(Severity severity, @Nullable Money stake) {
    static final Weight NONE = new Weight(Severity.INFO, null);

    private static final int SHARE_DECIMALS = 2;

    /// Of a row.
    ///
    /// @param standing absent when the row is not compared
    static Weight of(@Nullable Standing standing, LiveLedger ledger, ReviewDesk desk) {
        if (standing == null) {
            return NONE;
        }
        Category category = standing.category();
        return switch (standing.outcome()) {
            case MATCHED -> NONE;
            case TIED, ALONE -> of(category, whole(standing), whole(standing), desk);
            case PROPOSED, DEVIATING -> {
                ReportItem item = ReportItem.of(together(standing, ledger));
                yield of(category, item.stake(), share(standing, item), desk);
            }
        };
    }

    /// Of the lines of a document that no row stands for.
    static Weight of(Category category, Collection<Standing> lines, ReviewDesk desk) {
        List<Standing> all = List.copyOf(lines);
        Amount sum =
                new Amount(
                        all.stream()
                                .map(Standing::amount)
                                .map(BigDecimal::abs)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        all.getFirst().currency());
        return of(category, sum, sum, desk);
    }

    private static Weight of(
            @Nullable Category category, Amount stake, Amount share, ReviewDesk desk) {
        return new Weight(Gravity.of(category, stake, desk), money(share));
    }

    private static Amount whole(Standing line) {
        return new Amount(line.amount().abs(), line.currency());
    }

    /// The row, its documents, and the rows that these belong to beside it.
    private static List<Standing> together(Standing row, LiveLedger ledger) {
        Map<String, Standing> all = new LinkedHashMap<>();
        all.put(row.lineId(), row);
        for (String line : row.counterparts()) {
            Standing other = ledger.standing(line);
            if (other != null) {
                all.put(line, other);
                for (String id : other.counterparts()) {
                    Standing beside = ledger.standing(id);
                    if (beside != null) {
                        all.putIfAbsent(id, beside);
                    }
                }
            }
        }
        return List.copyOf(all.values());
    }

    /// Rows that are a document together share what it differs by, as their amounts are.
    private static Amount share(Standing row, ReportItem item) {
        BigDecimal whole =
                item.sheet().stream()
                        .map(line -> line.amount().abs())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return item.sheet().size() < 2 || whole.signum() == 0
                ? item.stake()
                : new Amount(
                        item.stake()
                                .value()
                                .multiply(row.amount().abs())
                                .divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP),
                        item.stake().unit());
    }

    private static @Nullable Money money(Amount amount) {
        return RowFindings.money(new Measure(amount.value(), amount.unit()));
    }

    /// Equal for what weighs the same.
    String words() {
        return stake == null ? severity.name() : severity + " " + stake.readable();
    }
}
