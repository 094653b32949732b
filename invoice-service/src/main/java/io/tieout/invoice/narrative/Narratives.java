package io.tieout.invoice.narrative;

import io.tieout.kit.json.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Words asked for and words got. Kept, so that a revision with the same lines keeps its words.
@ApplicationScoped
class Narratives {
    private final Jdbi jdbi;

    Narratives(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What was asked for on behalf of a group of rows.
    record Asked(String groupKey, NarrativeRequest request, int attempts, boolean answered) {}

    Optional<Words> words(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT words FROM narratives WHERE words_key = :key AND words IS NOT NULL")
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne()
                        .map(json -> WireJson.read(json, Words.class)));
    }

    void ask(String key, String groupKey, NarrativeRequest request) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO narratives (words_key, group_key, request) VALUES (:key, :group, CAST(:request AS jsonb))
                                ON CONFLICT (words_key) DO UPDATE SET group_key = excluded.group_key\
                                """)
                        .bind("key", key)
                        .bind("group", groupKey)
                        .bind("request", WireJson.text(request))
                        .execute());
    }

    /// Counts a try and says what to ask.
    Optional<Asked> next(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                UPDATE narratives SET attempts = attempts + 1 WHERE words_key = :key
                                RETURNING group_key, request, attempts, words IS NOT NULL AS answered\
                                """)
                        .bind("key", key)
                        .map((rs, _) ->
                                new Asked(
                                        rs.getString("group_key"),
                                        WireJson.read(
                                                rs.getString("request"), NarrativeRequest.class),
                                        rs.getInt("attempts"),
                                        rs.getBoolean("answered")))
                        .findOne());
    }

    void store(String key, Words words) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE narratives SET words = CAST(:words AS jsonb) WHERE words_key = :key AND words IS NULL")
                        .bind("words", WireJson.text(words))
                        .bind("key", key)
                        .execute());
    }
}
