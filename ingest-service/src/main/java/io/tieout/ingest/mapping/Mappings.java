package io.tieout.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.ingest.IngestConfig;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The mapping as versioned configuration: each change of the file, each sheet that is found and
/// each accepted remap is a new version, and versions are kept.
@ApplicationScoped
public class Mappings {
    private static final Logger LOG = Logger.getLogger(Mappings.class);

    private final Jdbi jdbi;
    private final KeptEntries kept;
    private final IngestConfig config;
    private final Clock clock;
    private volatile @Nullable Version newest;
    private volatile @Nullable MappingDocument file;

    Mappings(Jdbi jdbi, KeptEntries kept, IngestConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.kept = kept;
        this.config = config;
        this.clock = clock;
    }

    private record Version(int number, MappingDocument document) {}

    /// A sheet of a workspace, with the columns that it has.
    public record FoundSheet(SheetId id, String name, List<SheetColumn> columns) {
        public FoundSheet {
            columns = List.copyOf(columns);
        }
    }

    /// Takes the file over as it is now; the sheets that are mapped in another way than before.
    @Transactional
    public Set<SheetId> adoptFile() {
        return adopt();
    }

    /// The workspaces whose sheets are mapped by the titles of their columns.
    public List<MappingDocument.Workspace> workspaces() {
        return file().workspaces();
    }

    /// The sheets that were found in a workspace and are mapped for that.
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SheetMapping> foundIn(MappingDocument.Workspace workspace) {
        String hash = CanonicalJson.sha256(workspace);
        Set<SheetId> found =
                kept.all().stream()
                        .filter(entry -> entry.baseHash().equals(hash))
                        .map(entry -> entry.sheet().sheetId())
                        .collect(Collectors.toSet());
        return all().stream().filter(mapping -> found.contains(mapping.sheetId())).toList();
    }

    /// Maps sheets that were found by the workspace's rule, and forgets those that are not there
    /// any more. What the file itself names stays as the file says.
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<SheetId> found(
            MappingDocument.Workspace workspace, List<FoundSheet> found, Set<SheetId> gone) {
        String hash = CanonicalJson.sha256(workspace);
        found.forEach(sheet ->
                kept.put(
                        new KeptEntry(
                                workspace.entry(sheet.id(), sheet.name(), sheet.columns()), hash),
                        clock.instant()));
        gone.forEach(kept::remove);
        return adopt();
    }

    /// Reads other columns of a sheet for some parts from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<SheetId> remap(SheetId sheet, Map<ColumnPart, ColumnId> columns) {
        Version version = newestVersion();
        if (version == null) {
            return Set.of();
        }
        version.document().sheets().stream()
                .filter(entry -> entry.sheetId().equals(sheet))
                .findFirst()
                .ifPresent(entry ->
                        KeptEntry.baseOf(entry, file(), kept.all())
                                .ifPresent(base ->
                                        kept.put(
                                                new KeptEntry(entry.with(columns), base),
                                                clock.instant())));
        return adopt();
    }

    private Set<SheetId> adopt() {
        jdbi.useHandle(handle -> handle.execute("LOCK TABLE mappings IN SHARE ROW EXCLUSIVE MODE"));
        MappingDocument document = KeptEntry.effective(file(), kept.all());
        Version before = newestVersion();
        Set<MappingDocument.Sheet> old =
                before == null ? Set.of() : Set.copyOf(before.document().sheets());
        Set<SheetId> changed =
                document.sheets().stream()
                        .filter(sheet -> !old.contains(sheet))
                        .map(MappingDocument.Sheet::sheetId)
                        .collect(Collectors.toSet());
        if (before == null || !changed.isEmpty() || document.sheets().size() != old.size()) {
            int number = before == null ? 1 : before.number() + 1;
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    """
                                    INSERT INTO mappings (version, hash, document, adopted_at)
                                    VALUES (:version, :hash, :document, :now)\
                                    """)
                            .bind("version", number)
                            .bind("hash", CanonicalJson.sha256(document))
                            .bind("document", WireJson.text(document))
                            .bind("now", clock.instant())
                            .execute());
            LOG.infof(
                    "Adopted a mapping: version=%d sheets=%d changed=%d",
                    number, document.sheets().size(), changed.size());
        }
        return changed;
    }

    /// The sheet's mapping, absent when the sheet is not Tieout's business.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SheetMapping> find(SheetId sheet) {
        return all().stream().filter(mapping -> mapping.sheetId().equals(sheet)).findFirst();
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SheetMapping> all() {
        Version version = newestVersion();
        return version == null
                ? List.of()
                : version.document().sheets().stream()
                        .map(sheet -> sheet.at(version.number(), config.realm()))
                        .toList();
    }

    private @Nullable Version newestVersion() {
        int number =
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT COALESCE(max(version), 0) FROM mappings")
                                .mapTo(Integer.class)
                                .one());
        if (number == 0) {
            return null;
        }
        Version version = newest;
        if (version == null || version.number() != number) {
            version = load(number);
            newest = version;
        }
        return version;
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

    private MappingDocument file() {
        MappingDocument read = file;
        if (read == null) {
            read = readFile(config.mappingFile());
            file = read;
        }
        return read;
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
