package io.tieout.twin.settings;

import jakarta.enterprise.context.ApplicationScoped;

/// The settings as they are at this moment.
@ApplicationScoped
public class LiveSettings {
    private volatile TwinSettings now = TwinSettings.start();

    public TwinSettings now() {
        return now;
    }

    public synchronized TwinSettings change(TwinSettings.Patch patch) {
        now = patch.on(now);
        return now;
    }

    public void reset() {
        now = TwinSettings.start();
    }
}
