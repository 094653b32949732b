package io.tieout.connectors.smartsheet;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fetches files by their links: streamed, bounded in bytes and time. The link is its own key: our
/// token is never sent along, and no redirect is followed.
@ApplicationScoped
public class FileDownload {
    private static final String OPERATION = "download attachment";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(100);
    private static final int CHUNK = 64 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final MeterRegistry meters;

    FileDownload(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Blocking; a storage that cannot be reached or has a fault is a transient `VendorException`.
    public Downloaded fetch(AttachmentLink link, Path target, long bytesMax) {
        String outcome = "transient";
        try {
            Downloaded downloaded = inTime(link, target, bytesMax);
            outcome =
                    switch (downloaded) {
                        case Downloaded.Saved _ -> "ok";
                        case Downloaded.TooLarge _ -> "too-large";
                        case Downloaded.LinkRefused _ -> "refused";
                    };
            return downloaded;
        } finally {
            meters.counter(
                            "vendor.calls",
                            "vendor",
                            Vendor.SMARTSHEET.label(),
                            "operation",
                            OPERATION,
                            "outcome",
                            outcome)
                    .increment();
        }
    }

    private Downloaded inTime(AttachmentLink link, Path target, long bytesMax) {
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Downloaded> download = one.submit(() -> download(link, target, bytesMax));
            try {
                return download.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                download.cancel(true);
                throw fault("timeout", 0, e);
            } catch (InterruptedException e) {
                download.cancel(true);
                Thread.currentThread().interrupt();
                throw fault("interrupted", 0, e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof VendorException known
                        ? known
                        : fault("io", 0, e.getCause());
            }
        }
    }

    private Downloaded download(AttachmentLink link, Path target, long bytesMax)
            throws IOException {
        HttpResponse<InputStream> response = send(link);
        try (InputStream content = response.body()) {
            int status = response.statusCode();
            if (status >= 500 || status == 429) {
                throw fault("storage", status, null);
            }
            return status == 200
                    ? save(content, target, bytesMax)
                    : new Downloaded.LinkRefused(status);
        }
    }

    private HttpResponse<InputStream> send(AttachmentLink link) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(link.address()).timeout(TIME_LIMIT).GET().build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(e);
        }
    }

    private static Downloaded save(InputStream content, Path target, long bytesMax)
            throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (OutputStream file = Files.newOutputStream(target)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > bytesMax) {
                    return new Downloaded.TooLarge();
                }
                digest.update(chunk, 0, read);
                file.write(chunk, 0, read);
            }
        }
        return new Downloaded.Saved(HexFormat.of().formatHex(digest.digest()), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VendorException fault(String code, int status, @Nullable Throwable cause) {
        VendorTrace trace =
                new VendorTrace(
                        Vendor.SMARTSHEET,
                        OPERATION,
                        status,
                        code,
                        null,
                        "The file could not be fetched",
                        cause == null ? null : cause.getClass().getSimpleName());
        VendorFault fault = new VendorFault.Transient(false, trace);
        return cause == null ? new VendorException(fault) : new VendorException(fault, cause);
    }
}
