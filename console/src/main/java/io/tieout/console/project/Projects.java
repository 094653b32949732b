package io.tieout.console.project;

import io.tieout.console.finding.FindingFilter;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sums of every project, from the console's own projections. Names are compared without case.
@ApplicationScoped
class Projects {
    private static final String OF_ROWS =
            """
            SELECT lower(project) AS key,
                   coalesce(min(project) FILTER (WHERE standing = 'APPROVED'), min(project)) AS name,
                   coalesce(min(customer) FILTER (WHERE standing = 'APPROVED'), min(customer)) AS customer,
                   sum(hours) FILTER (WHERE standing = 'APPROVED') AS approved,
                   sum(hours) FILTER (WHERE standing = 'BILLED') AS billed,
                   sum(hours) FILTER (WHERE standing = 'READY') AS ready,
                   sum(hours) FILTER (WHERE standing = 'OPEN') AS open,
                   count(*) FILTER (WHERE standing = 'READY') AS ready_rows,
                   count(*) FILTER (WHERE standing IN ('MATCHED', 'UNMATCHED')) AS costs,
                   count(*) FILTER (WHERE standing = 'MATCHED') AS matched,
                   sum(amount) FILTER (WHERE standing = 'APPROVED') AS budget,
                   min(currency) FILTER (WHERE standing = 'APPROVED') AS currency,
                   count(DISTINCT currency) FILTER (WHERE standing = 'APPROVED') AS currencies
            FROM source_rows WHERE project IS NOT NULL AND NOT gone
            GROUP BY lower(project) ORDER BY lower(project) LIMIT :limit\
            """;
    private static final String OF_PROPOSALS =
            """
            SELECT lower(project) AS key, currency, status IN (<undecided>) AS waiting, sum(amount) AS amount
            FROM proposals WHERE project IS NOT NULL AND amount IS NOT NULL AND currency IS NOT NULL
              AND kind = 'INVOICE' AND (status = 'DONE' OR status IN (<undecided>))
            GROUP BY 1, 2, 3 ORDER BY 1, 2\
            """;
    private static final String OF_FINDINGS =
            """
            SELECT lower(r.project) AS key, count(DISTINCT (f.realm, f.finding_id)) AS n
            FROM open_exceptions f CROSS JOIN unnest(f.row_keys) AS cited
            JOIN source_rows r ON r.sheet_id = split_part(cited, ':', 1) AND r.row_id = split_part(cited, ':', 2)
            WHERE f.kind NOT IN (<good>) AND r.project IS NOT NULL GROUP BY 1\
            """;
    private static final int PROJECTS_MAX = 5_000;

    private final Jdbi jdbi;

    Projects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Invoice totals of one project.
    private record Invoiced(List<Money> billed, List<Money> waiting) {
        static final Invoiced NOTHING = new Invoiced(List.of(), List.of());
    }

    /// All of them, by name.
    @Transactional
    List<ProjectSum> all() {
        return jdbi.withHandle(handle -> {
            Map<String, Invoiced> invoiced = invoiced(handle);
            Map<String, Long> exceptions = exceptions(handle);
            return handle.createQuery(OF_ROWS)
                    .bind("limit", PROJECTS_MAX)
                    .map((rs, _) -> sum(rs, invoiced, exceptions))
                    .list();
        });
    }

    private static Map<String, Invoiced> invoiced(Handle handle) {
        Map<String, Invoiced> sums = new HashMap<>();
        handle.createQuery(OF_PROPOSALS)
                .bindList(
                        "undecided",
                        List.of(
                                ProposalState.Status.RECORDED.name(),
                                ProposalState.Status.BLOCKED.name(),
                                ProposalState.Status.AWAITING_APPROVAL.name(),
                                ProposalState.Status.RELEASED.name()))
                .map((rs, _) -> {
                    Invoiced of =
                            sums.computeIfAbsent(
                                    rs.getString("key"),
                                    _ -> new Invoiced(new ArrayList<>(), new ArrayList<>()));
                    (rs.getBoolean("waiting") ? of.waiting() : of.billed())
                            .add(
                                    new Money(
                                            rs.getBigDecimal("amount"),
                                            new CurrencyCode(rs.getString("currency"))));
                    return of;
                })
                .list();
        return sums;
    }

    private static Map<String, Long> exceptions(Handle handle) {
        Map<String, Long> counts = new HashMap<>();
        handle.createQuery(OF_FINDINGS)
                .bindList("good", FindingFilter.goodNews())
                .map((rs, _) -> counts.put(rs.getString("key"), rs.getLong("n")))
                .list();
        return counts;
    }

    private static ProjectSum sum(
            ResultSet rs, Map<String, Invoiced> invoiced, Map<String, Long> exceptions)
            throws SQLException {
        String key = rs.getString("key");
        Invoiced money = invoiced.getOrDefault(key, Invoiced.NOTHING);
        return new ProjectSum(
                rs.getString("name"),
                rs.getString("customer"),
                new ProjectSum.Hours(
                        rs.getBigDecimal("approved"),
                        orZero(rs.getBigDecimal("billed")),
                        orZero(rs.getBigDecimal("ready")),
                        orZero(rs.getBigDecimal("open"))),
                budget(rs),
                rs.getLong("ready_rows"),
                money.billed(),
                money.waiting(),
                exceptions.getOrDefault(key, 0L),
                rs.getLong("costs"),
                rs.getLong("matched"));
    }

    /// Budgets in several currencies have no sum.
    private static @Nullable Money budget(ResultSet rs) throws SQLException {
        BigDecimal amount = rs.getBigDecimal("budget");
        String currency = rs.getString("currency");
        return amount == null || currency == null || rs.getInt("currencies") > 1
                ? null
                : new Money(amount, new CurrencyCode(currency));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return Objects.requireNonNullElse(value, BigDecimal.ZERO);
    }
}
