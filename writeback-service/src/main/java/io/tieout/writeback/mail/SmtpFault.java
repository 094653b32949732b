package io.tieout.writeback.mail;

import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.intent.CallFault;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/// What a failure of the mailer means. Pure.
final class SmtpFault {
    private static final int CAUSES_MAX = 10;

    private SmtpFault() {}

    static CallFault read(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            switch (cause) {
                case SMTPException refused -> {
                    return refusal(refused);
                }
                case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> {
                    return new CallFault.Passing("No mail server: " + cause.getMessage());
                }
                default -> cause = cause.getCause();
            }
        }
        return new CallFault.Doubt("The mail server gave no answer: " + thrown.getMessage());
    }

    private static CallFault refusal(SMTPException refused) {
        String words = "The mail server says: " + refused.getReplyMessage();
        return refused.isPermanent()
                ? new CallFault.Refusal(
                        new EffectEnd.Failed("smtp-" + refused.getReplyCode(), words))
                : new CallFault.Passing(words);
    }
}
