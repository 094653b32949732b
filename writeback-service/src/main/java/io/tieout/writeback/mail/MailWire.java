package io.tieout.writeback.mail;

import io.tieout.kit.json.WireJson;
import io.tieout.model.effect.EffectResult;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Map;
import java.util.Properties;

/// Hands mails to the SMTP server as plain text, and never waits for it without end.
@ApplicationScoped
class MailWire implements Wire {
    private final MailConfig config;
    private final Session session;

    MailWire(MailConfig config) {
        this.config = config;
        this.session = Session.getInstance(properties(config));
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        MailRequest request = WireJson.read(intent.request(), MailRequest.class);
        FixedMessage mail;
        try {
            mail = new FixedMessage(session, request, config.from(), intent.createdAt());
        } catch (AddressException e) {
            return new Reply.Fault(
                    new CallFault.Refusal(
                            new EffectEnd.Failed(
                                    "smtp-address",
                                    request.to() + " is no mail address: " + e.getMessage())));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be made", e);
        }
        return hand(mail, intent, request);
    }

    private Reply hand(FixedMessage mail, Intent intent, MailRequest request) {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.user().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
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

    private static Properties properties(MailConfig config) {
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(config.encryptionRequired()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Once the mail is taken, what is said in parting no longer matters.
        properties.setProperty("mail.smtp.quitwait", "false");
        // Otherwise the library asks the network for this machine's name, which may take seconds.
        properties.setProperty("mail.smtp.localhost", "tieout");
        return properties;
    }
}
