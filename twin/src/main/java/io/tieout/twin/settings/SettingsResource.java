package io.tieout.twin.settings;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// Shows and changes the settings.
@Path("/twin/settings")
class SettingsResource {
    private final LiveSettings settings;

    SettingsResource(LiveSettings settings) {
        this.settings = settings;
    }

    @GET
    public TwinSettings now() {
        return settings.now();
    }

    @PUT
    public TwinSettings change(TwinSettings.Patch patch) {
        try {
            return settings.change(patch);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
