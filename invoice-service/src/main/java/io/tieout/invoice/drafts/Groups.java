package io.tieout.invoice.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.invoice.Cause;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The groups of rows: when each was last touched, and what it waits for.
@ApplicationScoped
class Groups {
    private final Jdbi jdbi;

    Groups(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void touch(WorkGroup group, Instant quietUntil, Cause cause) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO row_groups AS g (group_key, realm, description, project_key, quiet_until, correlation_id, cause_id)
                                VALUES (:key, :realm, CAST(:description AS jsonb), :project, :quiet, :correlation, :cause)
                                ON CONFLICT (group_key) DO UPDATE SET description = excluded.description,
                                    quiet_until = GREATEST(g.quiet_until, excluded.quiet_until),
                                    correlation_id = excluded.correlation_id, cause_id = excluded.cause_id\
                                """)
                        .bind("key", group.key())
                        .bind("realm", group.realmId().value())
                        .bind("description", text(group))
                        .bind("project", group.projectKey())
                        .bind("quiet", quietUntil)
                        .bind("correlation", cause.correlation().value())
                        .bind("cause", cause.event().value())
                        .execute());
    }

    /// With its kind, which a record alone does not say.
    private static String text(WorkGroup group) {
        try {
            return WireJson.mapper().writerFor(WorkGroup.class).writeValueAsString(group);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the group " + group.key(), e);
        }
    }

    Optional<StoredGroup> find(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT description, quiet_until, correlation_id, cause_id FROM row_groups WHERE group_key = :key")
                        .bind("key", key)
                        .map((rs, _) ->
                                new StoredGroup(
                                        WireJson.read(rs.getString(1), WorkGroup.class),
                                        rs.getTimestamp(2).toInstant(),
                                        new Cause(
                                                new CorrelationId(rs.getString(3)),
                                                new EventId(rs.getObject(4, UUID.class)))))
                        .findOne());
    }

    /// True when the group did not wait for exactly this before.
    boolean setNeeds(String key, Set<Need> needs) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        "UPDATE row_groups SET needs = CAST(:needs AS text[]) WHERE group_key = :key AND needs <> CAST(:needs AS text[])")
                                .bindArray(
                                        "needs",
                                        String.class,
                                        needs.stream().map(Need::name).sorted().toList())
                                .bind("key", key)
                                .execute()
                        == 1);
    }

    /// The groups of the realm that wait for this.
    List<String> waiting(RealmId realm, Need need) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT group_key FROM row_groups
                                WHERE realm = :realm AND needs @> ARRAY[CAST(:need AS text)] ORDER BY group_key\
                                """)
                        .bind("realm", realm.value())
                        .bind("need", need.name())
                        .mapTo(String.class)
                        .list());
    }

    /// The groups of a project; only those that wait for `need`, when one is given.
    List<String> ofProject(RealmId realm, String projectKey, @Nullable Need need) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT group_key FROM row_groups WHERE realm = :realm AND left(project_key, 200) = left(:project, 200) AND project_key = :project
                                  AND (CAST(:need AS text) IS NULL OR needs @> ARRAY[CAST(:need AS text)]) ORDER BY group_key\
                                """)
                        .bind("realm", realm.value())
                        .bind("project", projectKey)
                        .bind("need", need == null ? null : need.name())
                        .mapTo(String.class)
                        .list());
    }
}
