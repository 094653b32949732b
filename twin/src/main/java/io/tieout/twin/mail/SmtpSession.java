package io.tieout.twin.mail;

import io.tieout.twin.calls.CallLog;
import io.tieout.twin.faults.Faults;
import io.tieout.twin.json.Json;
import io.tieout.twin.wire.Change;
import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One SMTP conversation: enough of RFC 5321 for any client, with scripted faults at the end of
/// DATA.
final class SmtpSession {
    private static final List<String> OPERATION = List.of("send mail");
    private static final int MESSAGE_BYTES_MAX = 26 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final Mailbox mailbox;
    private final Faults faults;
    private final CallLog log;
    private String sender = "";
    private final List<String> recipients = new ArrayList<>();

    SmtpSession(Socket socket, Mailbox mailbox, Faults faults, CallLog log) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.mailbox = mailbox;
        this.faults = faults;
        this.log = log;
    }

    void run() throws IOException, InterruptedException {
        say("220 twin ESMTP");
        for (var line = readLine(); line != null; line = readLine()) {
            var verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("EHLO")) {
                say("250-twin\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + MESSAGE_BYTES_MAX);
            } else if (verb.startsWith("MAIL FROM:")) {
                sender = address(line);
                recipients.clear();
                say("250 2.1.0 OK");
            } else if (verb.startsWith("RCPT TO:")) {
                recipients.add(address(line));
                say("250 2.1.5 OK");
            } else if (verb.equals("DATA")) {
                if (!data()) {
                    return;
                }
            } else if (verb.equals("QUIT")) {
                say("221 2.0.0 Bye");
                return;
            } else if (verb.startsWith("HELO") || verb.equals("RSET") || verb.equals("NOOP")) {
                say("250 OK");
            } else {
                say("502 5.5.2 Command not implemented");
            }
        }
    }

    /// Takes the message; false when the connection shall end without a word.
    private boolean data() throws IOException, InterruptedException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
            return true;
        }
        say("354 End data with <CR><LF>.<CR><LF>");
        var message = message();
        if (message == null) {
            say("552 5.3.4 Message too big");
            return true;
        }
        for (var fault : faults.strike("smtp", OPERATION)) {
            switch (fault.kind()) {
                case DELAY -> faults.delay(fault);
                case DROP_BEFORE -> {
                    record(0, "DROP_BEFORE", false, true, List.of());
                    return false;
                }
                case STATUS -> {
                    record(fault.status(), fault.errorCode(), false, true, List.of());
                    say(fault.status() + " 4.3.0 scripted fault");
                    return true;
                }
                case DROP_AFTER_COMMIT -> throw new IllegalStateException("decided later");
            }
        }
        return take(message);
    }

    private boolean take(byte[] message) throws IOException {
        try {
            var mail = ParsedMail.parse(message);
            var repeated = mailbox.holds(mail, recipients);
            var changes =
                    repeated
                            ? List.<Change>of()
                            : List.of(change(mailbox.deliver(mail, sender, recipients)));
            var lost = faults.losesAnswer("smtp", OPERATION);
            record(250, lost ? "DROP_AFTER_COMMIT" : null, repeated, lost, changes);
            if (!lost) {
                say("250 2.0.0 OK queued");
            }
            return !lost;
        } catch (MessagingException e) {
            record(554, e.getMessage(), false, false, List.of());
            say("554 5.6.0 Not a mail: " + e.getMessage());
            return true;
        }
    }

    private static Change change(Mail mail) {
        var body = Json.object();
        body.put("messageId", mail.messageId());
        body.put("subject", mail.subject());
        body.put("text", mail.text());
        body.set("to", Json.tree(mail.to()));
        return Change.of("send mail", String.join(",", mail.to()), mail.messageId(), body);
    }

    private void record(
            int status,
            @Nullable String code,
            boolean replayed,
            boolean faulted,
            List<Change> changes) {
        log.record(
                new CallLog.Entry(
                        "smtp",
                        OPERATION.getFirst(),
                        "DATA",
                        String.join(",", recipients),
                        "",
                        status,
                        code,
                        true,
                        1,
                        replayed,
                        faulted,
                        0),
                changes);
    }

    private static String address(String line) {
        var open = line.indexOf('<');
        var close = line.indexOf('>', open + 1);
        return open >= 0 && close > open
                ? line.substring(open + 1, close)
                : line.substring(line.indexOf(':') + 1).strip();
    }

    /// The bytes up to the lonely dot, or null when there are too many.
    private byte @Nullable [] message() throws IOException {
        var message = new ByteArrayOutputStream();
        for (var line = readLine(); line != null && !line.equals("."); line = readLine()) {
            var text = line.startsWith(".") ? line.substring(1) : line;
            if (message.size() <= MESSAGE_BYTES_MAX) {
                message.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return message.size() > MESSAGE_BYTES_MAX ? null : message.toByteArray();
    }

    /// One line as bytes in Latin-1, so that any encoding survives.
    private @Nullable String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                var text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
        return null;
    }

    private void say(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
