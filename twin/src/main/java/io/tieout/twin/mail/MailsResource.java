package io.tieout.twin.mail;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// Shows and empties the mail sink.
@Path("/twin/mails")
class MailsResource {
    private final Mailbox mailbox;

    MailsResource(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GET
    public List<Mail> all() {
        return mailbox.all();
    }

    @DELETE
    public void clear() {
        mailbox.clear();
    }
}
