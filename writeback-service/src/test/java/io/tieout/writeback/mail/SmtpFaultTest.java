package io.tieout.writeback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.writeback.intent.CallFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class SmtpFaultTest {
    private static final InternetAddress[] NOBODY = {};

    @Test
    void an_unknown_mailbox_is_a_refusal_that_repeats_the_servers_words() throws Exception {
        // Given
        SendFailedException thrown =
                new SendFailedException(
                        "Invalid Addresses",
                        new SMTPAddressFailedException(
                                new InternetAddress("nobody@harbor.example"),
                                "RCPT TO",
                                550,
                                "550 5.1.1 No such user"));

        // When
        CallFault fault = SmtpFault.read(thrown);

        // Then
        assertThat(fault).isInstanceOf(CallFault.Refusal.class);
        assertThat(fault.toString()).contains("smtp-550", "No such user");
    }

    @Test
    void a_busy_server_passes() {
        assertThat(SmtpFault.read(answered(451))).isInstanceOf(CallFault.Passing.class);
    }

    @Test
    void a_refused_user_pauses_the_mailbox_until_somebody_mends_it() {
        assertThat(SmtpFault.read(new AuthenticationFailedException("535 no")))
                .isInstanceOf(CallFault.Passing.class);
    }

    @Test
    void silence_after_the_mail_leaves_a_doubt() {
        assertThat(
                        SmtpFault.read(
                                new MessagingException(
                                        "Exception reading response",
                                        new SocketTimeoutException("Read timed out"))))
                .isInstanceOf(CallFault.Doubt.class);
        assertThat(SmtpFault.read(answered(-1))).isInstanceOf(CallFault.Doubt.class);
    }

    private static SMTPSendFailedException answered(int code) {
        return new SMTPSendFailedException(".", code, code + " said", null, NOBODY, NOBODY, NOBODY);
    }
}
