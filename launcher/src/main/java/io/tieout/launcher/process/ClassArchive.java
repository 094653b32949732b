package io.tieout.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a JVM keeps its loaded classes for the next start. It belongs to exactly one build of a
/// program, because a JVM neither uses nor replaces the one of another build.
public final class ClassArchive {
    private ClassArchive() {}

    /// The file for this build of a program; those of earlier builds are removed.
    public static Path of(Path folder, String name, Path program) {
        try {
            long build = Files.getLastModifiedTime(program).toMillis();
            Path archive = folder.resolve("%s-%x.jsa".formatted(name, build)).toAbsolutePath();
            Files.createDirectories(folder);
            try (DirectoryStream<Path> all =
                    Files.newDirectoryStream(folder, name + "-[0-9a-f]*.jsa")) {
                for (Path other : all) {
                    if (!other.toAbsolutePath().equals(archive)) {
                        Files.deleteIfExists(other);
                    }
                }
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
