package io.tieout.invoice.claims;

import io.tieout.invoice.rows.Rows;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The claims table. Its primary key is what keeps a marking from being billed twice.
@ApplicationScoped
public class Claims {
    private static final String SELECT =
            "SELECT sheet_id, row_id, occurrence, state, draft_id, inputs FROM claims WHERE ";

    private final Jdbi jdbi;

    Claims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What a draft takes a row with.
    public record Taking(
            RowRef row,
            int occurrence,
            ProposalId draftId,
            @Nullable String projectKey,
            Quantity hours,
            String inputs) {}

    /// Takes or keeps the row for the draft; refuses when somebody else holds it.
    public void take(Taking taking) {
        int taken =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO claims AS c (sheet_id, row_id, occurrence, state, draft_id, project_key, hours, inputs)
                                        VALUES (:sheet, :row, :occurrence, 'OPEN', :draft, :project, :hours, :inputs)
                                        ON CONFLICT (sheet_id, row_id, occurrence) DO UPDATE SET state = 'OPEN',
                                            draft_id = excluded.draft_id, project_key = excluded.project_key,
                                            hours = excluded.hours, inputs = excluded.inputs
                                        WHERE c.state = 'FREED' OR (c.draft_id = excluded.draft_id AND c.state <> 'BILLED')\
                                        """)
                                .bind("sheet", taking.row().sheetId().value())
                                .bind("row", taking.row().rowId().value())
                                .bind("occurrence", taking.occurrence())
                                .bind("draft", taking.draftId().value())
                                .bind("project", taking.projectKey())
                                .bind("hours", taking.hours().value())
                                .bind("inputs", taking.inputs())
                                .execute());
        if (taken != 1) {
            throw new IllegalStateException(
                    "Row %s is held by another draft".formatted(taking.row().key()));
        }
    }

    public Optional<Claim> find(RowRef row, int occurrence) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                SELECT
                                        + "sheet_id = :sheet AND row_id = :row AND occurrence = :occurrence")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .bind("occurrence", occurrence)
                        .map((rs, _) -> claim(rs))
                        .findOne());
    }

    /// The row's newest claim, if it ever had one.
    public Optional<Claim> newest(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                SELECT
                                        + "sheet_id = :sheet AND row_id = :row ORDER BY occurrence DESC LIMIT 1")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> claim(rs))
                        .findOne());
    }

    public List<Claim> of(ProposalId draft) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "draft_id = :draft ORDER BY sheet_id, row_id")
                        .bind("draft", draft.value())
                        .map((rs, _) -> claim(rs))
                        .list());
    }

    public void set(Claim claim, Claim.State state) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE claims SET state = :state
                                WHERE sheet_id = :sheet AND row_id = :row AND occurrence = :occurrence AND draft_id = :draft\
                                """)
                        .bind("state", state.name())
                        .bind("sheet", claim.row().sheetId().value())
                        .bind("row", claim.row().rowId().value())
                        .bind("occurrence", claim.occurrence())
                        .bind("draft", claim.draftId().value())
                        .execute());
    }

    /// Hours of a project that drafts other than this one hold or have billed.
    public Quantity hoursTaken(String projectKey, @Nullable ProposalId except) {
        return new Quantity(
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT COALESCE(SUM(hours), 0) FROM claims
                                        WHERE left(project_key, 200) = left(:project, 200) AND project_key = :project AND state <> 'FREED'
                                          AND (CAST(:except AS uuid) IS NULL OR draft_id <> CAST(:except AS uuid))\
                                        """)
                                .bind("project", projectKey)
                                .bind("except", except == null ? null : except.value())
                                .mapTo(BigDecimal.class)
                                .one()));
    }

    /// Hours of one project are handed out by one transaction at a time.
    public void lockProject(String projectKey) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended(?, 42))", projectKey));
    }

    private static Claim claim(ResultSet rs) throws SQLException {
        return new Claim(
                Rows.ref(rs),
                rs.getInt("occurrence"),
                Claim.State.valueOf(rs.getString("state")),
                new ProposalId(rs.getObject("draft_id", UUID.class)),
                rs.getString("inputs"));
    }
}
