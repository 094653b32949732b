package io.tieout.ingest.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Has files read, each by a process of its own that knows none of our secrets and is bounded in
/// memory, time and what it may say. Whatever becomes of it, there is an answer.
public final class Extraction {
    private static final int BYTES_OF_CHARACTER_MAX = 4;
    private static final long KB = 1024;

    private final Limits limits;
    private final Semaphore readers;

    /// @param textMax characters that are kept of a file
    /// @param memory of the process, in bytes
    /// @param readersMax processes at the same time
    public record Limits(int textMax, Duration timeout, long memory, int readersMax) {}

    public Extraction(Limits limits) {
        this.limits = limits;
        this.readers = new Semaphore(limits.readersMax());
    }

    /// Blocking.
    ///
    /// @param file in a directory of its own, which the process may use
    public Extracted text(FileKind kind, Path file) {
        readers.acquireUninterruptibly();
        try {
            return result(start(kind, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the process that reads files", e);
        } finally {
            readers.release();
        }
    }

    private Process start(FileKind kind, Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + limits.memory() / KB + "k",
                                "-XX:MaxMetaspaceSize=96m",
                                "-XX:MaxDirectMemorySize=16m",
                                "-XX:ReservedCodeCacheSize=32m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + directory,
                                "-cp",
                                ClassPath.of(System.getProperty("java.class.path")),
                                ExtractText.class.getName(),
                                kind.name(),
                                file.toAbsolutePath().toString(),
                                Integer.toString(limits.textMax())));
        builder.environment().clear();
        builder.directory(directory.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// What it says is taken while it runs, so that it never waits for us.
    private Extracted result(Process process) {
        int bytesMax = limits.textMax() * BYTES_OF_CHARACTER_MAX;
        CompletableFuture<byte[]> output = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> output.complete(read(process, bytesMax)));
        try {
            if (!process.waitFor(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Extracted.Unreadable(Problem.TOOK_TOO_LONG);
            }
            return switch (process.exitValue()) {
                case 0 -> text(output.join());
                case ExtractText.ENCRYPTED -> new Extracted.Unreadable(Problem.ENCRYPTED);
                case ExtractText.BROKEN -> new Extracted.Unreadable(Problem.BROKEN);
                case ExtractText.OTHER_CONTENT -> new Extracted.Unreadable(Problem.OTHER_CONTENT);
                case ExtractText.UNPACKS_TOO_LARGE ->
                        new Extracted.Unreadable(Problem.UNPACKS_TOO_LARGE);
                default -> new Extracted.Unreadable(Problem.DIED);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process, int bytesMax) {
        try (InputStream output = process.getInputStream()) {
            return output.readNBytes(bytesMax);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private Extracted text(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8).strip();
        return text.isEmpty()
                ? new Extracted.Unreadable(Problem.NO_TEXT)
                : new Extracted.Text(text.substring(0, Math.min(text.length(), limits.textMax())));
    }
}
