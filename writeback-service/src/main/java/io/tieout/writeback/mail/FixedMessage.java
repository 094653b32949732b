package io.tieout.writeback.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;

/// A mail that is the same, byte for byte, however often it is made: the library would give it a
/// new Message-ID each time.
final class FixedMessage extends MimeMessage {
    private final String messageId;

    FixedMessage(Session session, MailRequest request, String from, Instant sentAt)
            throws MessagingException {
        super(session);
        this.messageId = request.messageId();
        setFrom(new InternetAddress(from));
        setRecipient(RecipientType.TO, new InternetAddress(request.to(), true));
        setSubject(request.subject(), "UTF-8");
        setText(request.text(), "UTF-8");
        setSentDate(Date.from(sentAt));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
