package io.tieout.launcher.postgres;

import io.tieout.launcher.process.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked from the jar they come in.
final class PostgresBinaries {
    private static final Set<PosixFilePermission> EXECUTABLE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    /// Unpacks into the folder unless that was done before.
    static PostgresBinaries in(Path parent) {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (stream == null) {
                throw new StartFailed(
                        "There is no PostgreSQL for this platform (%s on %s) among Tieout's artifacts, only for Linux on x86-64. Use docker compose up instead."
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch")));
            }
            Path directory = parent.resolve("postgres-" + size(archive));
            if (!Files.exists(directory)) {
                Path draft = Files.createTempDirectory(createdParent(parent), "postgres-draft-");
                unpack(stream, draft);
                move(draft, directory);
            }
            return new PostgresBinaries(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    static String archiveName(String system, String architecture) {
        String cpu =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
        String platform = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "postgres-%s-%s.txz".formatted(platform, cpu);
    }

    private static long size(String archive) throws IOException {
        return java.util.Objects.requireNonNull(PostgresBinaries.class.getResource("/" + archive))
                .openConnection()
                .getContentLengthLong();
    }

    private static Path createdParent(Path parent) throws IOException {
        return Files.createDirectories(parent);
    }

    private static void move(Path draft, Path directory) throws IOException {
        try {
            Files.move(draft, directory);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException _) {
            // Another launcher was faster; its copy is as good, ours is swept up with the folder.
            draft.toFile().deleteOnExit();
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, EXECUTABLE);
            }
        }
    }
}
