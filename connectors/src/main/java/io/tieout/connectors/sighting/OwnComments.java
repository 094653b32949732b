package io.tieout.connectors.sighting;

import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The comments that Tieout made. What it says to people is nothing that people say to it.
@ApplicationScoped
public class OwnComments {
    private final Jdbi jdbi;

    OwnComments(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /// A call of ours made this comment.
    public void wrote(SheetId sheet, String commentId) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.own_comments (sheet_id, comment_id)
                                values (:sheet, :comment) on conflict do nothing
                                """)
                        .bind("sheet", sheet.value())
                        .bind("comment", commentId)
                        .execute());
    }

    /// The ids of all comments that Tieout made in the sheet.
    public Set<String> in(SheetId sheet) {
        return jdbi.withHandle(handle ->
                Set.copyOf(
                        handle.createQuery(
                                        "select comment_id from connections.own_comments where sheet_id = :sheet")
                                .bind("sheet", sheet.value())
                                .mapTo(String.class)
                                .list()));
    }
}
