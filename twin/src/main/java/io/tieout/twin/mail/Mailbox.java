package io.tieout.twin.mail;

import io.tieout.twin.live.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Keeps every mail that was delivered, oldest first, up to a limit. A mail that comes again with
/// the same Message-ID, to the same people and with the same words, is one mail, as in the
/// mailboxes of Exchange (duplicate suppression by Message-ID); with other words it is another.
@ApplicationScoped
public class Mailbox {
    static final int MAILS_MAX = 20_000;

    private final Clock clock;
    private final Changes changes;
    private final List<Mail> mails = new ArrayList<>();
    private long lastId;

    public Mailbox(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    public synchronized void clear() {
        mails.clear();
        changes.fire("mails");
    }

    public synchronized void restore(List<Mail> kept) {
        mails.clear();
        mails.addAll(kept);
        lastId = mails.stream().mapToLong(Mail::id).max().orElse(lastId);
    }

    /// Whether this mail lies here already.
    synchronized boolean holds(ParsedMail mail, List<String> recipients) {
        return !mail.messageId().isEmpty()
                && mails.stream()
                        .anyMatch(kept ->
                                kept.messageId().equals(mail.messageId())
                                        && kept.to().equals(recipients)
                                        && kept.subject().equals(mail.subject())
                                        && kept.text().equals(mail.text())
                                        && kept.html().equals(mail.html()));
    }

    public synchronized Mail deliver(ParsedMail mail, String sender, List<String> recipients) {
        var kept =
                new Mail(
                        ++lastId,
                        mail.messageId(),
                        mail.from().isEmpty() ? sender : mail.from(),
                        recipients,
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        clock.instant());
        mails.add(kept);
        if (mails.size() > MAILS_MAX) {
            mails.removeFirst();
        }
        changes.fire("mails");
        return kept;
    }

    /// A mail that a vendor sends by itself.
    public void deliver(String from, List<String> to, String subject, String text) {
        deliver(
                new ParsedMail("<" + UUID.randomUUID() + "@twin>", from, subject, text, ""),
                from,
                to);
    }
}
