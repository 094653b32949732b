package io.tieout.launcher.process;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tieout.launcher.secret.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The list of what was started, on disk before anything depends on it, so that a killed launcher
/// leaves no orphan that nobody knows of.
public final class RunFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Path file;

    public RunFile(Path file) {
        this.file = file;
    }

    /// What it says; empty if nothing runs, or nothing legible is there.
    public synchronized Optional<RunRecord> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            RunRecord found = JSON.readValue(file.toFile(), RunRecord.class);
            return found.version() == RunRecord.VERSION ? Optional.of(found) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public synchronized void write(RunRecord state) {
        try {
            PrivateFile.write(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a process on record, in place of an earlier one of its name.
    public synchronized void add(RunningProcess process) {
        write(read().orElseThrow().with(process));
    }

    public synchronized void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
