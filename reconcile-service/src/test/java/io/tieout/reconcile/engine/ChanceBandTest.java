package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.engine.MatchRule.Step;
import io.tieout.reconcile.ledger.Entry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sum stands by itself only where chance would hardly have made it.
class ChanceBandTest {
    @ParameterizedTest
    @CsvSource({
        "312007, 100511, 211496, 0, 0, AUTOMATIC",
        "312000, 100500, 211500, 0, 0, PROPOSED",
        "312007, 100511, 211496, 0, 0.5, PROPOSED",
        "312007, 100511, 211496, 1000, 0, PROPOSED",
        "312007, 100511, 211496, 5, 0, AUTOMATIC",
        "312007, 100511, 211496, 0, 40, NONE"
    })
    void one_line_and_several(
            long whole, long part, long rest, long absolute, double percent, Band band) {
        Entry row = cost("s1").of(whole).line();
        List<Entry> bills = List.of(bill("b1").of(part).line(), bill("b2").of(rest).line());
        assertThat(
                        band(
                                List.of(row),
                                bills,
                                new MatchRule("sum", Step.SUM, absolute, percent, 9, true)))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "100511, 211496, 150302, 161705, 0, 0, AUTOMATIC",
        "100500, 211500, 150500, 161500, 0, 0, PROPOSED",
        "100511, 211496, 150302, 161706, 0, 0, NONE",
        "100511, 211496, 150302, 161706, 2, 0, AUTOMATIC",
        "100511, 211496, 150302, 161706, 0, 1, PROPOSED",
        "100511, 211496, 150302, 161705, 0, 1, PROPOSED"
    })
    void several_and_several(
            long mine,
            long mineToo,
            long its,
            long itsToo,
            long absolute,
            double percent,
            Band band) {
        List<Entry> rows = List.of(cost("s1").of(mine).line(), cost("s2").of(mineToo).line());
        List<Entry> bills = List.of(bill("b1").of(its).line(), bill("b2").of(itsToo).line());
        assertThat(
                        band(
                                rows,
                                bills,
                                new MatchRule("total", Step.TOTAL, absolute, percent, 9, true)))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "312007, 100511, 211496, AUTOMATIC",
        "312000, 100500, 211500, AUTOMATIC",
        "30000, 10000, 20000, PROPOSED"
    })
    void lines_of_one_order(long whole, long part, long rest, Band band) {
        assertThat(
                        band(
                                List.of(cost("s1").ordered("PO-7").of(whole).line()),
                                List.of(
                                        bill("b1").ordered("PO-7").of(part).line(),
                                        bill("b2").ordered("PO-7").of(rest).line()),
                                new MatchRule("group", Step.GROUP, 0, 0, 9, true)))
                .isEqualTo(band);
    }

    private static Band band(List<Entry> rows, List<Entry> bills, MatchRule rule) {
        return Reconciler.match(
                        rows,
                        bills,
                        new MatchRules(2, List.of(rule)),
                        Parties.of(List.of("Brellow Electric Inc"), List.of()))
                .stream()
                .filter(Verdict.Matched.class::isInstance)
                .map(verdict -> ((Verdict.Matched) verdict).band())
                .findFirst()
                .orElse(Band.NONE);
    }
}
