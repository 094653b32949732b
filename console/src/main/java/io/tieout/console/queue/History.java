package io.tieout.console.queue;

import io.tieout.console.access.RoleHolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The life of each exception, oldest first.
@ApplicationScoped
public class History {
    private final Jdbi jdbi;
    private final Acts acts;
    private final RoleHolders holders;

    History(Jdbi jdbi, Acts acts, RoleHolders holders) {
        this.jdbi = jdbi;
        this.acts = acts;
        this.holders = holders;
    }

    @Transactional
    public List<Moment> of(FindingKey key) {
        List<FindingChange> changes =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT * FROM finding_changes WHERE realm = :realm AND finding_id = :id
                                        ORDER BY revision_major, revision_minor\
                                        """)
                                .bind("realm", key.realmId().value())
                                .bind("id", key.findingId().value())
                                .map((rs, _) -> change(rs))
                                .list());
        return Life.of(changes, acts.about(key), holders::name);
    }

    private static FindingChange change(ResultSet rs) throws SQLException {
        return new FindingChange(
                rs.getTimestamp("at").toInstant(),
                rs.getString("status").equals("OPEN"),
                rs.getString("raised_by"),
                rs.getString("severity"),
                rs.getString("words"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"));
    }
}
