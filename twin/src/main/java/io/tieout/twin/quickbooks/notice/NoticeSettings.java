package io.tieout.twin.quickbooks.notice;

import org.jspecify.annotations.Nullable;

/// How notifications go out.
///
/// @param delayMs how long changes are gathered into one delivery
/// @param copies how often each delivery is made: a vendor repeats what was acknowledged too late
public record NoticeSettings(boolean enabled, Form form, long delayMs, int copies) {
    /// The two forms that a body can have.
    public enum Form {
        CLOUD_EVENTS,
        OLDER
    }

    public NoticeSettings {
        if (delayMs < 0 || delayMs > 600_000) {
            throw new IllegalArgumentException("delayMs must lie between 0 and 600000");
        }
        if (copies < 1 || copies > 5) {
            throw new IllegalArgumentException("copies must lie between 1 and 5");
        }
    }

    static NoticeSettings start() {
        return new NoticeSettings(true, Form.CLOUD_EVENTS, 200, 1);
    }

    /// A partial change: what is absent stays.
    public record Patch(
            @Nullable Boolean enabled,
            @Nullable Form form,
            @Nullable Long delayMs,
            @Nullable Integer copies) {
        NoticeSettings on(NoticeSettings now) {
            return new NoticeSettings(
                    enabled == null ? now.enabled() : enabled,
                    form == null ? now.form() : form,
                    delayMs == null ? now.delayMs() : delayMs,
                    copies == null ? now.copies() : copies);
        }
    }
}
