package io.tieout.twin.sample;

import io.tieout.twin.calls.CallLog;
import io.tieout.twin.faults.Faults;
import io.tieout.twin.mail.Mailbox;
import io.tieout.twin.oauth.Grants;
import io.tieout.twin.openai.Script;
import io.tieout.twin.quickbooks.notice.Notifications;
import io.tieout.twin.settings.LiveSettings;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts everything afresh; tokens that are in use stay good, and the first refresh token is good
/// again.
@Path("/twin/reset")
class ResetResource {
    private final Samples samples;
    private final Faults faults;
    private final LiveSettings settings;
    private final Mailbox mailbox;
    private final CallLog log;
    private final Grants grants;
    private final Script script;
    private final Notifications notifications;

    ResetResource(
            Samples samples,
            Faults faults,
            LiveSettings settings,
            Mailbox mailbox,
            CallLog log,
            Grants grants,
            Script script,
            Notifications notifications) {
        this.samples = samples;
        this.faults = faults;
        this.settings = settings;
        this.mailbox = mailbox;
        this.log = log;
        this.grants = grants;
        this.script = script;
        this.notifications = notifications;
    }

    /// Which sample to load.
    public record Wanted(@Nullable String sample) {}

    @POST
    public Map<String, String> reset(@Nullable Wanted wanted) {
        var sample = wanted == null || wanted.sample() == null ? "harbor" : wanted.sample();
        try {
            samples.load(sample);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
        faults.remove(null);
        settings.reset();
        mailbox.clear();
        log.clear();
        grants.openFirst();
        script.reset();
        notifications.reset();
        return Map.of("sample", sample);
    }
}
