package io.tieout.writeback.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.tieout.kit.json.WireJson;
import io.tieout.model.effect.EffectResult;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Hands mails to the SMTP server as plain text.
@ApplicationScoped
class MailWire implements Wire {
    private final Mailer mailer;

    MailWire(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        MailRequest request = WireJson.read(intent.request(), MailRequest.class);
        Mail mail =
                Mail.withText(request.to(), request.subject(), request.text())
                        .addHeader("Message-ID", request.messageId());
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            // The mailer wraps whatever went wrong; only its cause tells.
            return new Reply.Fault(SmtpFault.read(e));
        }
        return new Reply.Items(
                Map.of(
                        intent.items().getFirst(),
                        new Reply.Done(new EffectResult.MailSent(request.messageId()))));
    }

    /// A mail that was handed over leaves nothing to be looked at.
    @Override
    public Reply search(Intent intent, CallEffects effects) {
        return new Reply.Items(Map.of());
    }
}
