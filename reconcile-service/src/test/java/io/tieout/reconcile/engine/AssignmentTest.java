package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.engine.Assignment.Chosen;
import io.tieout.reconcile.engine.Assignment.Decision;
import io.tieout.reconcile.engine.Assignment.Edge;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void the_best_for_all_beats_the_best_pair() {
        Edge best = new Edge(0, 0, 10);
        Edge one = new Edge(0, 1, 9);
        Edge other = new Edge(1, 0, 9);

        Decision decision = Assignment.of(List.of(best, one, other));

        assertThat(decision.tied()).isEmpty();
        assertThat(decision.chosen()).extracting(Chosen::edge).containsExactly(one, other);
        assertThat(decision.chosen()).allSatisfy(it -> assertThat(it.margin()).isGreaterThan(3));
    }

    @Test
    void a_good_pair_is_not_given_up_for_two_bad_ones() {
        Edge good = new Edge(0, 0, 10);

        Decision decision = Assignment.of(List.of(good, new Edge(0, 1, -1), new Edge(1, 0, -1)));

        assertThat(decision.chosen()).extracting(Chosen::edge).containsExactly(good);
        assertThat(decision.tied()).isEmpty();
    }

    @Test
    void what_is_as_good_the_other_way_round_is_a_tie() {
        List<Edge> edges =
                List.of(
                        new Edge(0, 0, 5),
                        new Edge(0, 1, 4),
                        new Edge(1, 0, 5),
                        new Edge(1, 1, 4.2));

        Decision decision = Assignment.of(edges);

        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.tied()).containsExactlyElementsOf(edges);
    }

    @Test
    void all_that_fit_equally_well_are_in_the_tie() {
        List<Edge> edges = List.of(new Edge(0, 0, 5), new Edge(0, 1, 5), new Edge(0, 2, 5));

        assertThat(Assignment.of(edges).tied()).containsExactlyElementsOf(edges);
    }

    /// The bill of the same day is the nearest pair of all, but takes the other row's only good
    /// one.
    @Test
    void rows_that_ask_for_one_bill_get_what_is_best_for_both() {
        MatchRule scored = new MatchRule("scored", MatchRule.Step.SCORED, 0, 0, 10, true);
        List<Verdict> verdicts =
                Reconciler.match(
                        List.of(
                                cost("1").on("2026-03-12").line(),
                                cost("2").on("2026-03-05").line()),
                        List.of(
                                bill("8").on("2026-03-12").line(),
                                bill("9").on("2026-03-13").line()),
                        new MatchRules(2, List.of(scored)),
                        Parties.of(List.of("Brellow Electric Inc"), List.of()));
        assertThat(verdicts).hasSize(2).allMatch(Verdict.Matched.class::isInstance);
        assertThat(verdicts)
                .extracting(verdict ->
                        verdict.sheet().getFirst().id() + verdict.books().getFirst().id())
                .containsExactlyInAnyOrder("19", "28");
    }
}
