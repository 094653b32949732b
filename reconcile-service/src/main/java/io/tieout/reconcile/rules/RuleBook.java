package io.tieout.reconcile.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.tieout.kit.json.WireJson;
import io.tieout.model.command.MatchingCommand.MatchRulesEdited;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.MatchRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The table `match_rules`: by which rules each realm's books are matched, and were before.
@ApplicationScoped
public class RuleBook {
    private static final int VERSIONS_MAX = 200;
    private static final TypeReference<List<RuleSetting>> RULES = new TypeReference<>() {};

    private final Jdbi jdbi;

    RuleBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The rules in force; those that the program brings along until somebody edits them.
    @Transactional
    public MatchRules current(RealmId realm) {
        RuleVersion newest = versions(realm, 1).getFirst();
        return newest.version() == MatchRules.FIRST.version()
                ? MatchRules.FIRST
                : RuleSettings.rules(newest.version(), newest.rules());
    }

    /// Newest first, the program's own last.
    @Transactional
    public List<RuleVersion> versions(RealmId realm) {
        return versions(realm, VERSIONS_MAX);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(MatchRulesEdited edited, int version) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO match_rules (realm, version, rules, person, changed_at, reason)
                                VALUES (:realm, :version, :rules, :person, :at, :reason)\
                                """)
                        .bind("realm", edited.realmId().value())
                        .bind("version", version)
                        .bind("rules", WireJson.text(edited.rules()))
                        .bind("person", edited.person())
                        .bind("at", edited.at())
                        .bind("reason", edited.reason())
                        .execute());
    }

    private List<RuleVersion> versions(RealmId realm, int limit) {
        List<RuleVersion> versions =
                new ArrayList<>(
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                "SELECT * FROM match_rules WHERE realm = :realm"
                                                        + " ORDER BY version DESC LIMIT :limit")
                                        .bind("realm", realm.value())
                                        .bind("limit", limit)
                                        .map((rs, _) -> version(rs))
                                        .list()));
        if (versions.size() < limit) {
            versions.add(
                    new RuleVersion(
                            MatchRules.FIRST.version(),
                            RuleSettings.of(MatchRules.FIRST),
                            null,
                            null,
                            "As Tieout comes"));
        }
        return versions;
    }

    private static RuleVersion version(ResultSet rs) throws SQLException {
        return new RuleVersion(
                rs.getInt("version"),
                rules(rs.getString("rules")),
                rs.getString("person"),
                rs.getTimestamp("changed_at").toInstant(),
                rs.getString("reason"));
    }

    private static List<RuleSetting> rules(String json) {
        try {
            return WireJson.mapper().readValue(json, RULES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read stored match rules", e);
        }
    }
}
