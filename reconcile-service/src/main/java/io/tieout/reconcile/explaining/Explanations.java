package io.tieout.reconcile.explaining;

import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// The table `explanations`: what a model was asked, once for the same facts, and its words where
/// they stood the checks.
@ApplicationScoped
public class Explanations {
    private final Jdbi jdbi;
    private final ModelChoice choice;

    Explanations(Jdbi jdbi, ModelChoice choice) {
        this.jdbi = jdbi;
        this.choice = choice;
    }

    /// Whether there is a model to ask; its words are not shown either when there is none.
    public boolean areOn() {
        return choice.model().isPresent();
    }

    /// Words by the key of their facts; the template stands for the rest.
    @Transactional
    public Map<String, Explanation> of(Collection<String> keys) {
        Map<String, Explanation> words = new HashMap<>();
        if (areOn() && !keys.isEmpty()) {
            jdbi.useHandle(handle ->
                    handle.createQuery(
                                    "SELECT * FROM explanations WHERE facts_key = ANY (:keys) AND"
                                            + " words IS NOT NULL")
                            .bindArray("keys", String.class, keys.toArray())
                            .map((rs, _) ->
                                    Map.entry(
                                            rs.getString("facts_key"),
                                            new Explanation(
                                                    rs.getString("words"),
                                                    rs.getString("worded_by"))))
                            .forEach(entry -> words.put(entry.getKey(), entry.getValue())));
        }
        return words;
    }

    /// Those of the keys that were asked about, whatever came of it.
    @Transactional
    public Set<String> asked(Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                "SELECT facts_key FROM explanations WHERE facts_key"
                                                        + " = ANY (:keys)")
                                        .bindArray("keys", String.class, keys.toArray())
                                        .mapTo(String.class)
                                        .list()));
    }

    /// How often the model was asked since then, for whichever realm.
    @Transactional
    public int askedSince(Instant since) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM explanations WHERE asked_at > :since")
                        .bind("since", since)
                        .mapTo(Integer.class)
                        .one());
    }

    /// Remembers that the model is being asked; false if it was before. Whatever happens then, it
    /// is not asked again.
    @Transactional
    boolean begin(RealmId realm, String key, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        "INSERT INTO explanations (facts_key, realm, asked_at)"
                                                + " VALUES (:key, :realm, :at) ON CONFLICT DO NOTHING")
                                .bind("key", key)
                                .bind("realm", realm.value())
                                .bind("at", now)
                                .execute()
                        == 1);
    }

    @Transactional
    void store(String key, Explanation words) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE explanations SET words = :words, worded_by = :by WHERE"
                                        + " facts_key = :key")
                        .bind("words", words.text())
                        .bind("by", words.by())
                        .bind("key", key)
                        .execute());
    }
}
