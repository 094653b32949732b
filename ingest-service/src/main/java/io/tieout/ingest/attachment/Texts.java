package io.tieout.ingest.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Files and what could be read in them, in schema `documents`, by the hash of their bytes.
@ApplicationScoped
class Texts {
    private final Jdbi jdbi;
    private final Clock clock;

    Texts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// The text of a file with these bytes, if one was read before.
    @Transactional
    Optional<String> find(String hash) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT text FROM documents.texts WHERE hash = :hash")
                        .bind("hash", hash)
                        .mapTo(String.class)
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keepFile(String hash, String mediaType, Path file) {
        byte[] bytes = bytes(file);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO documents.documents (hash, media_type, bytes, stored_at)
                                VALUES (:hash, :type, :bytes, :now) ON CONFLICT DO NOTHING\
                                """)
                        .bind("hash", hash)
                        .bind("type", mediaType)
                        .bind("bytes", bytes)
                        .bind("now", clock.instant())
                        .execute());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keepText(String hash, String text) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO documents.texts (hash, text, read_at)
                                VALUES (:hash, :text, :now) ON CONFLICT DO NOTHING\
                                """)
                        .bind("hash", hash)
                        .bind("text", text)
                        .bind("now", clock.instant())
                        .execute());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
