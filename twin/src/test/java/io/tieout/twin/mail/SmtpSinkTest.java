package io.tieout.twin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.faults.FaultKind;
import io.tieout.twin.faults.FaultScript;
import io.tieout.twin.faults.Faults;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmtpSinkTest {
    @Inject SmtpSink sink;
    @Inject Mailbox mailbox;
    @Inject Faults faults;

    @BeforeEach
    void empty() {
        mailbox.clear();
        faults.remove(null);
    }

    @Test
    void takes_a_mail_and_reads_its_words() throws Exception {
        // When
        var last = send();

        // Then
        assertThat(last).startsWith("250");
        assertThat(mailbox.all())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.messageId()).isEqualTo("<fixed@tieout>");
                    assertThat(mail.subject()).isEqualTo("Invoice 1040 – ready");
                    assertThat(mail.text()).contains("Fünf rows");
                    assertThat(mail.to()).containsExactly("pm@harbor.example");
                });
    }

    @Test
    void loses_the_answer_but_keeps_the_mail() throws Exception {
        // Given
        faults.add(
                new FaultScript(
                        "m", "smtp", "*", FaultKind.DROP_AFTER_COMMIT, 1, 500, null, 0, 1, 1));

        // When
        var last = send();

        // Then
        assertThat(last).isNull();
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void the_same_mail_again_is_one_mail() throws Exception {
        // Given
        send();

        // When
        var last = send();

        // Then
        assertThat(last).startsWith("250");
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void other_words_under_the_same_message_id_are_another_mail() throws Exception {
        // Given
        send();

        // When
        send("F=C3=BCnf other rows");

        // Then
        assertThat(mailbox.all()).hasSize(2);
    }

    private String send() throws IOException {
        return send("F=C3=BCnf rows");
    }

    private String send(String words) throws IOException {
        try (var socket = new Socket("127.0.0.1", sink.port())) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (var line :
                    new String[] {
                        "HELO test",
                        "MAIL FROM:<tieout@harbor.example>",
                        "RCPT TO:<pm@harbor.example>",
                        "DATA"
                    }) {
                say(socket, line);
                in.readLine();
            }
            say(
                    socket,
                    """
                    Message-ID: <fixed@tieout>\r
                    From: Tieout <tieout@harbor.example>\r
                    Subject: =?UTF-8?Q?Invoice_1040_=E2=80=93_ready?=\r
                    Content-Type: text/plain; charset=UTF-8\r
                    Content-Transfer-Encoding: quoted-printable\r
                    \r
                    %s\r
                    .\
                    """
                            .formatted(words));
            return in.readLine();
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
