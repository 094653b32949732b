package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Which lines belong to a project: those that name it in either book, and their counterparts. The
/// books say `Customer:Project` where the sheet says `Project`.
@ApplicationScoped
class ProjectLines {
    private final Jdbi jdbi;
    private final Standings standings;

    ProjectLines(Jdbi jdbi, Standings standings) {
        this.jdbi = jdbi;
        this.standings = standings;
    }

    /// The name by which lines of both books belong to one project.
    static String key(String project) {
        return project.substring(project.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /// The realm's projects as its sheets name them, then those that only its books name.
    @Transactional
    List<String> projects(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT DISTINCT ON (project_key(project)) regexp_replace(project, '^.*:', '') AS project
                                FROM standings WHERE realm = :realm
                                ORDER BY project_key(project), side DESC, project\
                                """)
                        .bind("realm", realm.value())
                        .mapTo(String.class)
                        .list());
    }

    @Transactional
    List<Standing> of(RealmId realm, String project) {
        List<String> named =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT line_id FROM standings
                                        WHERE realm = :realm AND left(project_key(project), 200) = left(:key, 200)
                                            AND project_key(project) = :key
                                        ORDER BY day, line_id\
                                        """)
                                .bind("realm", realm.value())
                                .bind("key", key(project))
                                .mapTo(String.class)
                                .list());
        List<Standing> own = standings.of(realm, named);
        Set<String> others = new LinkedHashSet<>();
        own.forEach(line -> others.addAll(line.counterparts()));
        named.forEach(others::remove);
        List<Standing> all = new ArrayList<>(own);
        all.addAll(standings.of(realm, others));
        return all;
    }
}
