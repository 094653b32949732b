package io.tieout.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
    private static final String FIONA = "fiona@harbor.example";

    @Test
    void tells_what_the_finding_said_and_what_people_did_in_the_order_of_time() {
        List<Moment> life =
                life(
                        List.of(said(0, "50.00 apart", "50"), said(30, "80.00 apart", "80")),
                        List.of(
                                did(10, StoredAct.Kind.ASSIGNED, FIONA, null),
                                did(20, StoredAct.Kind.COMMENTED, null, "Called Atlas.")));

        assertThat(life)
                .extracting(Moment::what)
                .containsExactly(
                        "opened", "took it", "commented", "changed: USD 50.00 is now USD 80.00");
        assertThat(life.getLast().who()).isEqualTo("reconcile-service");
        assertThat(life.get(2).words()).isEqualTo("Called Atlas.");
    }

    @Test
    void leaves_out_what_says_nothing_new() {
        assertThat(life(List.of(said(0, "same", "1"), said(5, "same", "1")), List.of()))
                .extracting(Moment::what)
                .containsExactly("opened");
    }

    @Test
    void tells_that_it_was_resolved_and_came_back() {
        assertThat(life(List.of(said(0, "x", "1"), over(5), said(9, "x", "1")), List.of()))
                .extracting(Moment::what)
                .containsExactly("opened", "resolved", "opened again");
    }

    @Test
    void names_owner_and_day() {
        StoredAct due =
                new StoredAct(
                        AT,
                        FIONA,
                        StoredAct.Kind.DUE_SET,
                        null,
                        LocalDate.parse("2026-11-27"),
                        null,
                        null);

        assertThat(
                        life(
                                List.of(),
                                List.of(
                                        did(
                                                0,
                                                StoredAct.Kind.ASSIGNED,
                                                "arthur@harbor.example",
                                                null),
                                        did(1, StoredAct.Kind.ASSIGNED, null, null),
                                        due)))
                .extracting(Moment::what)
                .containsExactlyInAnyOrder(
                        "assigned it to Arthur Stone", "gave it back", "set it due on 2026-11-27");
    }

    private static List<Moment> life(List<FindingChange> changes, List<StoredAct> acts) {
        return Life.of(changes, acts, email -> email.startsWith("arthur") ? "Arthur Stone" : email);
    }

    private static FindingChange said(int second, String detail, String amount) {
        return new FindingChange(
                AT.plusSeconds(second),
                true,
                "reconcile-service",
                "WARNING",
                detail,
                new BigDecimal(amount),
                "USD");
    }

    private static FindingChange over(int second) {
        return new FindingChange(
                AT.plusSeconds(second), false, "", "INFO", "The bill was corrected.", null, null);
    }

    private static StoredAct did(int second, StoredAct.Kind kind, String owner, String words) {
        return new StoredAct(AT.plusSeconds(second), FIONA, kind, owner, null, words, null);
    }
}
