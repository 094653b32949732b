package io.tieout.twin.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tieout.twin.TwinConfig;
import io.tieout.twin.calls.CallLog;
import io.tieout.twin.faults.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes mail on a port of its own, one virtual thread a connection.
@ApplicationScoped
class SmtpSink {
    private static final Logger LOG = Logger.getLogger(SmtpSink.class);
    private static final int SILENCE_MS_MAX = 60_000;

    private final TwinConfig config;
    private final Mailbox mailbox;
    private final Faults faults;
    private final CallLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable ServerSocket server;

    SmtpSink(TwinConfig config, Mailbox mailbox, Faults faults, CallLog log) {
        this.config = config;
        this.mailbox = mailbox;
        this.faults = faults;
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        try {
            var socket =
                    new ServerSocket(
                            config.smtp().port(), 50, InetAddress.getByName(config.smtp().host()));
            server = socket;
            threads.execute(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot take mail on port " + config.smtp().port() + ": " + e.getMessage(), e);
        }
    }

    /// The port that is really open: a configured 0 means any.
    int port() {
        var socket = server;
        return socket == null ? config.smtp().port() : socket.getLocalPort();
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        var socket = server;
        if (socket != null) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connection.setSoTimeout(SILENCE_MS_MAX);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warnf("mail connection lost: %s", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            new SmtpSession(connection, mailbox, faults, log).run();
        } catch (IOException e) {
            LOG.debugf("mail session ended: %s", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
