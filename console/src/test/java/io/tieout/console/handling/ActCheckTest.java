package io.tieout.console.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.console.access.Person;
import io.tieout.console.finding.Finding;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.Standing;
import io.tieout.model.decision.Role;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActCheckTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Act ACCEPT = new Act.Resolve("Agreed on the phone");

    @Test
    void lets_those_who_look_only_do_nothing() {
        assertThat(refusal(Role.VIEWER, new Act.Comment("Hm"), "seen", item(Standing.OPEN)))
                .isEqualTo("not-allowed");
        assertThat(refusal(Role.OPERATOR, new Act.Comment("Hm"), "seen", item(Standing.OPEN)))
                .isEqualTo("");
    }

    @Test
    void lets_only_those_accept_a_discrepancy_who_decide_about_money() {
        assertThat(refusal(Role.OPERATOR, ACCEPT, "seen", item(Standing.OPEN)))
                .isEqualTo("not-allowed");
        assertThat(refusal(Role.FINANCE, ACCEPT, "seen", item(Standing.OPEN))).isEqualTo("");
    }

    @Test
    void lets_an_operator_accept_what_is_about_the_system() {
        assertThat(ActCheck.mayAccept(person(Role.OPERATOR), FindingKind.WEBHOOK_DOWN)).isTrue();
    }

    @Test
    void accepts_only_what_was_seen() {
        assertThat(refusal(Role.FINANCE, ACCEPT, "older", item(Standing.OPEN)))
                .isEqualTo("changed");
        assertThat(refusal(Role.FINANCE, ACCEPT, null, item(Standing.OPEN))).isEqualTo("");
    }

    @Test
    void finds_a_second_press_harmless() {
        assertThat(refusal(Role.FINANCE, ACCEPT, "seen", item(Standing.ACCEPTED)))
                .isEqualTo("already");
        assertThat(
                        refusal(
                                Role.FINANCE,
                                new Act.Assign("fiona@harbor.example"),
                                "seen",
                                item(Standing.OPEN)))
                .isEqualTo("already");
    }

    @Test
    void has_nothing_to_do_about_what_is_resolved_but_to_speak_of_it() {
        assertThat(refusal(Role.FINANCE, ACCEPT, "seen", item(Standing.RESOLVED)))
                .isEqualTo("not-open");
        assertThat(
                        refusal(
                                Role.FINANCE,
                                new Act.Comment("Thanks"),
                                "seen",
                                item(Standing.RESOLVED)))
                .isEqualTo("");
    }

    @Test
    void says_what_is_wrong_with_the_act_itself() {
        assertThat(ActCheck.fault(new Act.Comment(" "), true, TODAY)).isPresent();
        assertThat(ActCheck.fault(new Act.Comment("x".repeat(4_001)), true, TODAY)).isPresent();
        assertThat(ActCheck.fault(new Act.Resolve(""), true, TODAY)).isPresent();
        assertThat(ActCheck.fault(new Act.Assign("stranger@else.example"), false, TODAY))
                .hasValueSatisfying(fault -> assertThat(fault).contains("stranger@else.example"));
        assertThat(ActCheck.fault(new Act.SetDue(LocalDate.parse("2206-11-23")), true, TODAY))
                .isPresent();
        assertThat(ActCheck.fault(new Act.SetDue(null), true, TODAY)).isEmpty();
    }

    private static String refusal(Role role, Act act, String seen, QueueItem item) {
        return ActCheck.refusal(person(role), act, seen, item)
                .map(ActCheck.Refusal::answer)
                .orElse("");
    }

    private static Person person(Role role) {
        return new Person("arthur@harbor.example", "Arthur Stone", Set.of(role));
    }

    private static QueueItem item(Standing standing) {
        Finding finding =
                new Finding(
                        new RealmId("9130350000000001"),
                        new FindingId("discrepancy:4:1"),
                        standing != Standing.RESOLVED,
                        FindingKind.DISCREPANCY,
                        Severity.WARNING,
                        "reconcile-service",
                        null,
                        "Row 1 and the books differ",
                        "50.00 apart",
                        "Correct one of them",
                        null,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        null,
                        null,
                        "chain",
                        null);
        return new QueueItem(
                finding,
                standing,
                "fiona@harbor.example",
                TODAY,
                false,
                false,
                0,
                "seen",
                standing == Standing.ACCEPTED
                        ? new QueueItem.Acceptance(
                                "fiona@harbor.example", finding.openedAt(), "Because")
                        : null);
    }
}
