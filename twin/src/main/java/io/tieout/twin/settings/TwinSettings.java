package io.tieout.twin.settings;

import io.tieout.twin.quota.Window;
import org.jspecify.annotations.Nullable;

/// What can be changed while the twin runs.
public record TwinSettings(
        long debounceMs,
        boolean webhooks,
        boolean enforceQuota,
        double quotaFactor,
        Window.Kind quotaWindows,
        double retryScale,
        long callbackTimeoutMs,
        long sheetWriteMs,
        boolean httpsCallbacksOnly,
        long refreshGraceSeconds,
        long accessTokenSeconds,
        int callbackEventsMax,
        long sheetTokenSeconds) {

    static final long DEBOUNCE_MS_MAX = 600_000;
    static final int CALLBACK_EVENTS_MAX = 100_000;
    static final long WEEK_SECONDS = 604_799;

    public TwinSettings {
        within("debounceMs", debounceMs, 0, DEBOUNCE_MS_MAX);
        within("sheetWriteMs", sheetWriteMs, 0, 60_000);
        within("callbackTimeoutMs", callbackTimeoutMs, 10, 120_000);
        within("refreshGraceSeconds", refreshGraceSeconds, 0, 86_400);
        within("accessTokenSeconds", accessTokenSeconds, 1, 86_400);
        within("sheetTokenSeconds", sheetTokenSeconds, 1, WEEK_SECONDS);
        within("callbackEventsMax", callbackEventsMax, 1, CALLBACK_EVENTS_MAX);
        if (!(quotaFactor > 0 && quotaFactor <= 1_000_000)) {
            throw new IllegalArgumentException("quotaFactor must lie above 0");
        }
        if (!(retryScale >= 0 && retryScale <= 1)) {
            throw new IllegalArgumentException("retryScale must lie between 0 and 1");
        }
    }

    private static void within(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must lie between " + min + " and " + max);
        }
    }

    /// The vendors' limits, with delays short enough for a demo.
    public static TwinSettings start() {
        return new TwinSettings(
                500,
                true,
                true,
                1,
                Window.Kind.SLIDING,
                0.2,
                10_000,
                10,
                false,
                86_400,
                3_600,
                10_000,
                WEEK_SECONDS);
    }

    /// A partial change: what is absent stays.
    public record Patch(
            @Nullable Long debounceMs,
            @Nullable Boolean webhooks,
            @Nullable Boolean enforceQuota,
            @Nullable Double quotaFactor,
            Window.@Nullable Kind quotaWindows,
            @Nullable Double retryScale,
            @Nullable Long callbackTimeoutMs,
            @Nullable Long sheetWriteMs,
            @Nullable Boolean httpsCallbacksOnly,
            @Nullable Long refreshGraceSeconds,
            @Nullable Long accessTokenSeconds,
            @Nullable Integer callbackEventsMax,
            @Nullable Long sheetTokenSeconds) {

        TwinSettings on(TwinSettings now) {
            return new TwinSettings(
                    or(debounceMs, now.debounceMs()),
                    or(webhooks, now.webhooks()),
                    or(enforceQuota, now.enforceQuota()),
                    or(quotaFactor, now.quotaFactor()),
                    or(quotaWindows, now.quotaWindows()),
                    or(retryScale, now.retryScale()),
                    or(callbackTimeoutMs, now.callbackTimeoutMs()),
                    or(sheetWriteMs, now.sheetWriteMs()),
                    or(httpsCallbacksOnly, now.httpsCallbacksOnly()),
                    or(refreshGraceSeconds, now.refreshGraceSeconds()),
                    or(accessTokenSeconds, now.accessTokenSeconds()),
                    or(callbackEventsMax, now.callbackEventsMax()),
                    or(sheetTokenSeconds, now.sheetTokenSeconds()));
        }

        private static <T> T or(@Nullable T wanted, T now) {
            return wanted == null ? now : wanted;
        }
    }
}
