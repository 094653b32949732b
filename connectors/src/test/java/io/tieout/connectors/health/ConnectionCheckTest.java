package io.tieout.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.Complaint;
import io.tieout.connectors.health.ConnectionCheck.Budget;
import io.tieout.connectors.health.Problem.Level;
import io.tieout.connectors.token.ConnectionStatus;
import io.tieout.connectors.token.TokenState;
import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final ConnectionId BOOKS = new ConnectionId("quickbooks:7");
    private static final String SCOPES = "com.intuit.quickbooks.accounting";

    @Test
    void a_connection_that_works_has_no_problems() {
        assertThat(problems(books(TokenState.CONNECTED, Duration.ofDays(900)), List.of(), null))
                .isEmpty();
    }

    @Test
    void a_lost_connection_says_why_and_what_a_person_must_do() {
        Problem problem =
                problems(books(TokenState.NEEDS_REAUTH, null), List.of(), null).getFirst();

        assertThat(problem.code()).isEqualTo("needs-reauth");
        assertThat(problem.level()).isEqualTo(Level.ERROR);
        assertThat(problem.text()).contains("invalid_grant");
        assertThat(problem.remedy()).contains("./tieout connect quickbooks");
    }

    @Test
    void a_personal_token_that_is_refused_is_replaced_in_smartsheet() {
        ConnectionStatus sheets =
                new ConnectionStatus(
                        new ConnectionId("smartsheet:us:main"),
                        Vendor.SMARTSHEET,
                        TokenState.NEEDS_REAUTH,
                        NOW,
                        NOW,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null);

        assertThat(problems(sheets, List.of(), null).getFirst().remedy())
                .contains("TIEOUT_SMARTSHEET_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({"31, ", "29, WARNING", "6, ERROR"})
    void the_hard_end_is_told_thirty_and_seven_days_before(int days, @Nullable Level level) {
        List<Problem> problems =
                problems(books(TokenState.CONNECTED, Duration.ofDays(days)), List.of(), null);

        if (level == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().extracting(Problem::level).isEqualTo(level);
        }
    }

    @Test
    void a_connection_without_a_scope_that_is_needed_says_which() {
        List<Problem> problems =
                ConnectionCheck.problems(
                        books(TokenState.CONNECTED, null),
                        SCOPES + " project-management.project",
                        List.of(),
                        null,
                        NOW);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("scope-missing");
                    assertThat(problem.text()).contains("project-management.project");
                });
    }

    @Test
    void a_subscription_that_ended_is_told_with_the_vendors_words_and_its_remedy() {
        Complaint complaint =
                new Complaint(BOOKS, "quickbooks-6190", "Subscription period has ended", NOW);

        Problem problem =
                problems(books(TokenState.CONNECTED, null), List.of(complaint), null).getFirst();

        assertThat(problem.text()).contains("Subscription period has ended");
        assertThat(problem.remedy()).contains("Settle the company's QuickBooks subscription");
    }

    @Test
    void a_429_is_a_problem_only_when_it_lasts() {
        Complaint brief = new Complaint(BOOKS, "throttled", "", NOW.minusSeconds(60));
        Complaint lasting = new Complaint(BOOKS, "throttled", "", NOW.minusSeconds(660));

        assertThat(problems(books(TokenState.CONNECTED, null), List.of(brief), null)).isEmpty();
        assertThat(problems(books(TokenState.CONNECTED, null), List.of(lasting), null))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("throttled");
    }

    @Test
    void billed_reads_that_are_refused_for_long_are_told_from_everything_else() {
        Complaint reads = new Complaint(BOOKS, "reads-throttled", "", NOW.minusSeconds(660));

        Problem problem =
                problems(books(TokenState.CONNECTED, null), List.of(reads), null).getFirst();

        assertThat(problem.text()).contains("every billed read").contains("still posted");
        assertThat(problem.remedy()).contains("allowance");
    }

    @ParameterizedTest
    @CsvSource({"449999, ", "450000, budget-low", "500000, budget-spent"})
    void the_budget_of_billed_reads_is_watched(long used, @Nullable String code) {
        List<Problem> problems =
                problems(books(TokenState.CONNECTED, null), List.of(), new Budget(used, 500_000));

        if (code == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().extracting(Problem::code).isEqualTo(code);
        }
    }

    private static List<Problem> problems(
            ConnectionStatus status, List<Complaint> complaints, @Nullable Budget budget) {
        return ConnectionCheck.problems(status, SCOPES, complaints, budget, NOW);
    }

    private static ConnectionStatus books(TokenState state, @Nullable Duration untilHardEnd) {
        return new ConnectionStatus(
                BOOKS,
                Vendor.QUICKBOOKS,
                state,
                NOW.minusSeconds(60),
                NOW.minusSeconds(600),
                NOW.plusSeconds(3000),
                true,
                NOW.plus(Duration.ofDays(100)),
                untilHardEnd == null ? null : NOW.plus(untilHardEnd),
                SCOPES,
                state == TokenState.NEEDS_REAUTH ? "invalid_grant" : null);
    }
}
