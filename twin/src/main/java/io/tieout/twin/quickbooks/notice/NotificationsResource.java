package io.tieout.twin.quickbooks.notice;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// Shows and changes how notifications of the books go out.
@Path("/twin/notifications")
class NotificationsResource {
    private final Notifications notifications;

    NotificationsResource(Notifications notifications) {
        this.notifications = notifications;
    }

    @GET
    public Notifications.Tally now() {
        return notifications.tally();
    }

    @PUT
    public Notifications.Tally change(NoticeSettings.Patch patch) {
        try {
            notifications.change(patch);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
        return notifications.tally();
    }
}
