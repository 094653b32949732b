package io.tieout.reconcile.separations;

import io.tieout.model.command.MatchingCommand.SeparationWithdrawn;
import io.tieout.model.command.MatchingCommand.Unmatched;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Separations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The table `separations`.
@ApplicationScoped
public class SeparationStore {
    private static final int SHOWN_MAX = 1000;

    private final Jdbi jdbi;

    SeparationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Those that hold.
    @Transactional
    public List<Separations.Pair> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT sheet_line, books_line FROM separations WHERE realm ="
                                        + " :realm AND holds")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new Separations.Pair(
                                        rs.getString("sheet_line"), rs.getString("books_line")))
                        .list());
    }

    /// Those that hold first, and of them the newest.
    @Transactional
    public List<Separation> all(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM separations WHERE realm = :realm ORDER BY holds"
                                        + " DESC, separated_at DESC LIMIT :limit")
                        .bind("realm", realm.value())
                        .bind("limit", SHOWN_MAX)
                        .map((rs, _) -> separation(rs))
                        .list());
    }

    /// Those of one line of either book.
    @Transactional
    List<Separation> about(RealmId realm, String line) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM separations WHERE realm = :realm AND (sheet_line ="
                                        + " :line OR books_line = :line) ORDER BY separated_at")
                        .bind("realm", realm.value())
                        .bind("line", line)
                        .map((rs, _) -> separation(rs))
                        .list());
    }

    /// False if they are apart already.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean separate(Unmatched said) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO separations (realm, sheet_line, books_line, person, separated_at, reason, holds)
                                        VALUES (:realm, :sheet, :books, :person, :at, :reason, true)
                                        ON CONFLICT (realm, sheet_line, books_line) DO UPDATE
                                        SET person = excluded.person, separated_at = excluded.separated_at, reason = excluded.reason,
                                            holds = true, withdrawn_by = NULL, withdrawn_at = NULL, withdrawn_reason = NULL
                                        WHERE NOT separations.holds\
                                        """)
                                .bind("realm", said.realmId().value())
                                .bind("sheet", said.sheetLine())
                                .bind("books", said.booksLine())
                                .bind("person", said.person())
                                .bind("at", said.at())
                                .bind("reason", said.reason())
                                .execute()
                        == 1);
    }

    /// False if they are not apart.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean withdraw(SeparationWithdrawn said) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE separations
                                        SET holds = false, withdrawn_by = :person, withdrawn_at = :at, withdrawn_reason = :reason
                                        WHERE realm = :realm AND sheet_line = :sheet AND books_line = :books AND holds\
                                        """)
                                .bind("realm", said.realmId().value())
                                .bind("sheet", said.sheetLine())
                                .bind("books", said.booksLine())
                                .bind("person", said.person())
                                .bind("at", said.at())
                                .bind("reason", said.reason())
                                .execute()
                        == 1);
    }

    private static Separation separation(ResultSet rs) throws SQLException {
        Timestamp withdrawn = rs.getTimestamp("withdrawn_at");
        return new Separation(
                rs.getString("sheet_line"),
                rs.getString("books_line"),
                rs.getString("person"),
                rs.getTimestamp("separated_at").toInstant(),
                rs.getString("reason"),
                rs.getBoolean("holds"),
                rs.getString("withdrawn_by"),
                withdrawn == null ? null : withdrawn.toInstant(),
                rs.getString("withdrawn_reason"));
    }
}
