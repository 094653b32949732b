package io.tieout.writeback;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// An SMTP server that keeps what it is given, and can lose its voice after taking a mail.
@Startup
@ApplicationScoped
public class FakeMailServer {
    @ConfigProperty(name = "test.smtp.port")
    int port;

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private ServerSocket server;

    @PostConstruct
    void start() {
        try {
            server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    void stop(@Observes ShutdownEvent shutdown) throws IOException {
        server.close();
    }

    public void reset() {
        mails.clear();
        silent.set(0);
        busy.set(0);
    }

    public List<String> mails() {
        return List.copyOf(mails);
    }

    /// The next mails are taken, but nobody is told.
    public void loseAnswers(int count) {
        silent.set(count);
    }

    /// The next mails are put off.
    public void beBusy(int count) {
        busy.set(count);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 test");
            String line;
            while ((line = in.readLine()) != null) {
                if (line.startsWith("MAIL") && busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    say(out, "451 come back later");
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    mails.add(data(in));
                    if (silent.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null && !line.equals(".")) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
