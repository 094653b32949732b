package io.tieout.twin.mail;

import java.time.Instant;
import java.util.List;

/// One mail as it lies in the sink.
public record Mail(
        long id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        Instant at) {
    public Mail {
        to = List.copyOf(to);
    }
}
