package io.tieout.writeback.mail;

import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.intent.CallFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/// What a failure of the mail server means. Pure.
final class SmtpFault {
    private static final int CAUSES_MAX = 10;
    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;

    private SmtpFault() {}

    static CallFault read(MessagingException thrown) {
        Exception cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            switch (cause) {
                case MailConnectException unreachable -> {
                    return new CallFault.Passing("No mail server: " + unreachable.getMessage());
                }
                case AuthenticationFailedException refused -> {
                    return new CallFault.Passing(
                            "The mail server refuses our user: " + refused.getMessage());
                }
                case SMTPAddressFailedException refused -> {
                    return answered(refused.getReturnCode(), refused);
                }
                case SMTPSenderFailedException refused -> {
                    return answered(refused.getReturnCode(), refused);
                }
                case SMTPSendFailedException refused when refused.getNextException() == null -> {
                    return answered(refused.getReturnCode(), refused);
                }
                case MessagingException other -> cause = other.getNextException();
                default -> {
                    return doubt(thrown);
                }
            }
        }
        return doubt(thrown);
    }

    /// The library gives no code, or -1, when the connection broke before the answer.
    private static CallFault answered(int code, MessagingException refused) {
        String words = "The mail server says: " + String.valueOf(refused.getMessage()).strip();
        if (code >= PERMANENT) {
            return new CallFault.Refusal(new EffectEnd.Failed("smtp-" + code, words));
        }
        return code >= TRANSIENT ? new CallFault.Passing(words) : doubt(refused);
    }

    private static CallFault doubt(MessagingException thrown) {
        return new CallFault.Doubt("The mail server gave no answer: " + thrown.getMessage());
    }
}
