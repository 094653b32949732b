package io.tieout.twin.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What a person would read in a MIME message.
record ParsedMail(String messageId, String from, String subject, String text, String html) {
    static ParsedMail parse(byte[] message) throws MessagingException, IOException {
        var mime =
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        var from = mime.getFrom();
        return new ParsedMail(
                orEmpty(mime.getMessageID()),
                from == null || from.length == 0 ? "" : from[0].toString(),
                orEmpty(mime.getSubject()),
                body(mime, "text/plain"),
                body(mime, "text/html"));
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = body(parts.getBodyPart(i), type);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
