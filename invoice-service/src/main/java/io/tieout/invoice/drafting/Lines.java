package io.tieout.invoice.drafting;

import io.tieout.invoice.rules.GroupBy;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes lines of priced rows: one a row, or one for all hours of a service, class and rate. A
/// line's amount is its quantity times its price, rounded once.
final class Lines {
    private final GroupBy groupBy;
    private final boolean customerTaxable;
    private final RoundingMode rounding;
    private final boolean dated;

    /// @param dated whether lines may have a service date
    Lines(GroupBy groupBy, boolean customerTaxable, RoundingMode rounding, boolean dated) {
        this.groupBy = groupBy;
        this.customerTaxable = customerTaxable;
        this.rounding = rounding;
        this.dated = dated;
    }

    private record Service(EntityId item, @Nullable EntityId classId, Money price) {}

    List<DraftLine> of(List<PricedRow> rows) {
        Map<Object, List<PricedRow>> together = new LinkedHashMap<>();
        for (PricedRow row : rows) {
            together.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(row);
        }
        return together.values().stream().map(this::line).toList();
    }

    private Object key(PricedRow row) {
        boolean alone =
                switch (groupBy) {
                    case ROW, PROJECT -> true;
                    case SERVICE -> row.rateSource() == RateSource.COST_PLUS_MARKUP;
                };
        return alone ? row.row().ref() : new Service(row.itemId(), row.classId(), row.unitPrice());
    }

    private DraftLine line(List<PricedRow> rows) {
        PricedRow first = rows.getFirst();
        Quantity quantity =
                rows.stream().map(PricedRow::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return new DraftLine(
                first.itemId(),
                first.itemName(),
                quantity,
                first.unitPrice(),
                first.unitPrice().times(quantity, rounding),
                first.itemTaxable() && customerTaxable,
                first.classId(),
                dated ? lastDay(rows) : null,
                rows.stream().map(PricedRow::row).toList(),
                first.rateSource(),
                first.rateId(),
                first.cost(),
                null);
    }

    private static @Nullable LocalDate lastDay(List<PricedRow> rows) {
        return rows.stream()
                .map(row -> row.row().cells().workDate())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /// What is missing to the client's minimum, as a line like the first one.
    static DraftLine minimumFee(DraftLine like, Money missing) {
        return new DraftLine(
                like.itemId(),
                like.itemName(),
                Quantity.ONE,
                missing,
                missing,
                like.taxable(),
                like.classId(),
                like.serviceDate(),
                List.of(),
                RateSource.MINIMUM_FEE,
                null,
                null,
                null);
    }

    static Money sum(List<DraftLine> lines, CurrencyCode currency) {
        return Money.sum(lines.stream().map(DraftLine::amount).toList(), currency);
    }
}
