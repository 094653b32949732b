package io.tieout.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.ingest.IngestConfig;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The mapping as versioned configuration: each change of the file is a new version, and versions
/// are kept.
@ApplicationScoped
public class Mappings {
    private static final Logger LOG = Logger.getLogger(Mappings.class);

    private final Jdbi jdbi;
    private final IngestConfig config;
    private final Clock clock;
    private volatile @Nullable Version newest;

    Mappings(Jdbi jdbi, IngestConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    private record Version(int number, MappingDocument document) {}

    /// Makes the file the newest version if it differs from it; true when it did.
    @Transactional
    public boolean adoptFile() {
        MappingDocument document = readFile(config.mappingFile());
        String hash = CanonicalJson.sha256(document);
        boolean isNew =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO mappings (version, hash, document, adopted_at)
                                                SELECT COALESCE(max(version), 0) + 1, :hash, :document, :now FROM mappings
                                                HAVING COALESCE((SELECT hash FROM mappings ORDER BY version DESC LIMIT 1), '') <> :hash
                                                ON CONFLICT DO NOTHING\
                                                """)
                                        .bind("hash", hash)
                                        .bind("document", WireJson.text(document))
                                        .bind("now", clock.instant())
                                        .execute()
                                == 1);
        if (isNew) {
            LOG.infof("Adopted a new mapping of %d sheets", document.sheets().size());
        }
        return isNew;
    }

    /// The sheet's mapping, absent when the sheet is not Tieout's business.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SheetMapping> find(SheetId sheet) {
        return all().stream().filter(mapping -> mapping.sheetId().equals(sheet)).findFirst();
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SheetMapping> all() {
        int number =
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT COALESCE(max(version), 0) FROM mappings")
                                .mapTo(Integer.class)
                                .one());
        if (number == 0) {
            return List.of();
        }
        Version version = newest;
        if (version == null || version.number() != number) {
            version = load(number);
            newest = version;
        }
        return version.document().sheets().stream()
                .map(sheet -> sheet.at(number, config.realm()))
                .toList();
    }

    private Version load(int number) {
        String document =
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT document FROM mappings WHERE version = :version")
                                .bind("version", number)
                                .mapTo(String.class)
                                .one());
        return new Version(number, WireJson.read(document, MappingDocument.class));
    }

    /// A mapping that cannot be read stops the start: guessing would read cells as what they are
    /// not.
    private static MappingDocument readFile(Path file) {
        try {
            return WireJson.mapper().readValue(Files.readString(file), MappingDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The mapping file %s is not a mapping: %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mapping file " + file, e);
        }
    }
}
